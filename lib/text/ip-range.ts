import { z } from 'zod';
import { groupsOf } from './ip-groups';

const LONGEST = 45;
const IPv4 = z.ipv4();
const IPv6 = z.ipv6();

/** A range of addresses such as `10.0.0.0/8` or `fd00::/8`. Without `node:net`, as forms in the browser ask it, too. */
export function isCidr(text: string): boolean {
  const match = /^([0-9a-fA-F.:]{2,45})\/(\d{1,3})$/.exec(text);
  const family = familyOf(match?.[1] ?? '');
  return family !== 0 && Number(match![2]) <= (family === 6 ? 128 : 32);
}

/** One address is a range, too; what is neither comes back as it is. */
export function toCidr(text: string): string {
  const family = familyOf(text);
  return family === 0 ? text : `${text}/${family === 6 ? 128 : 32}`;
}

/** The same for a range of IPv4 addresses that is written as of IPv6: `::ffff:10.0.0.0/104` is `10.0.0.0/8`. */
export function toPlainCidr(text: string): string {
  const range = toCidr(text);
  if (!isCidr(range)) return text;
  const [address = '', bits] = range.split('/');
  const plain = plainAddress(address);
  if (plain === address || Number(bits) < 96) return range;
  return `${plain}/${Number(bits) - 96}`;
}

/** Without zone, port and brackets, as proxies write an address; one of IPv4 that is mapped into IPv6 (RFC 4291, 2.5.5.2) is told as what it is. */
export function plainAddress(text: string): string {
  const [, inBrackets, withPort] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text) ?? [];
  const address = (inBrackets ?? withPort ?? text).split('%')[0]!;
  if (familyOf(address) !== 6) return address;
  const groups = groupsOf(address);
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return address;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

export function familyOf(text: string): 0 | 4 | 6 {
  if (text.length > LONGEST) return 0;
  if (IPv4.safeParse(text).success) return 4;
  return IPv6.safeParse(text).success ? 6 : 0;
}
