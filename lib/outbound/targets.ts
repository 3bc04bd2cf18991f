import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { env } from '@/lib/env';

/** Private, special and translated ranges (RFC 6890 and after): nothing of ours may be steered there by a URL. */
const DENIED = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
];
/** Cloud metadata: blocked whatever an administrator allows. */
const NEVER = ['169.254.169.254/32', 'fd00:ec2::254/128'];

const denied = blockList(DENIED);
const never = blockList(NEVER);

export type Target = { address: string; family: 4 | 6 };

/** May an HTTP request go to this address? `RELEVO_PRIVATE_TARGETS` opens private ranges, never the metadata service. */
export function isAllowedAddress(address: string, allowed = env().RELEVO_PRIVATE_TARGETS): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (never.check(address, family)) return false;
  return !denied.check(address, family) || blockList(allowed).check(address, family);
}

export function isPublicAddress(address: string): boolean {
  return !denied.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Every address of a host, looked up once; the caller connects to one of these and not to the name, so that a second answer of
 * the DNS cannot lead elsewhere. @throws Error with code `EBLOCKED` when any of them is not allowed, or the DNS's own code
 */
export async function resolveTarget(host: string): Promise<Target[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const found = isIP(bare)
    ? [{ address: bare, family: isIP(bare) as 4 | 6 }]
    : ((await lookup(bare, { all: true })) as Target[]);
  if (found.some(({ address }) => !isAllowedAddress(address))) throw blocked(host);
  return found;
}

function blocked(host: string): Error {
  return Object.assign(new Error(`${host} is a private address; RELEVO_PRIVATE_TARGETS can allow it`), {
    code: 'EBLOCKED',
  });
}

export function blockList(ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
