import { BlockList } from 'node:net';
import { familyOf, plainAddress } from '@/lib/text/ip-range';
import type { SecuritySettings } from './schema';

/** The panel with all that it reads, and the API as programs use it with a token. */
export type Door = 'panel' | 'api';
type Rules = { allow: readonly string[]; deny: readonly string[] };

export function rulesOf(security: SecuritySettings, door: Door): Rules {
  return door === 'panel'
    ? { allow: security.panelAllow, deny: security.panelDeny }
    : { allow: security.apiAllow, deny: security.apiDeny };
}

/** What keeps an address out: deny wins; where anything is allowed, the rest is not. An address that nobody knows passes no rule at all. */
export function barrierOf({ allow, deny }: Rules, address: string | null): 'allow' | 'deny' | null {
  if (deny.length > 0 && isIn(deny, address) !== false) return 'deny';
  return allow.length === 0 || isIn(allow, address) ? null : 'allow';
}

/** Undefined: it is no address. */
function isIn(ranges: readonly string[], given: string | null): boolean | undefined {
  const address = plainAddress(given ?? '');
  const family = familyOf(address);
  if (family === 0) return undefined;
  const list = compiled(ranges);
  return family === 6 ? list.v6.check(address, 'ipv6') : list.v4.check(address, 'ipv4');
}

/** Apart by family: Node compares IPv4 as the mapped IPv6, so that `::/0` would mean all of IPv4, too. */
type Lists = { v4: BlockList; v6: BlockList };

const known = new WeakMap<readonly string[], Lists>();

function compiled(ranges: readonly string[]): Lists {
  const before = known.get(ranges);
  if (before) return before;
  const lists = { v4: new BlockList(), v6: new BlockList() };
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    if (familyOf(address) === 6) lists.v6.addSubnet(address, Number(bits), 'ipv6');
    else lists.v4.addSubnet(address, Number(bits), 'ipv4');
  }
  known.set(ranges, lists);
  return lists;
}
