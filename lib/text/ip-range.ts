import { z } from 'zod';

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

function familyOf(text: string): 0 | 4 | 6 {
  if (text.length > LONGEST) return 0;
  if (IPv4.safeParse(text).success) return 4;
  return IPv6.safeParse(text).success ? 6 : 0;
}
