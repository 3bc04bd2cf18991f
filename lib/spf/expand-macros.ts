import { nibblesOf } from '@/lib/dns/name';
import type { Address } from './address';
import type { MacroToken } from './macro-string';

/** What the letters stand for (RFC 7208 7.2). */
export type MacroValues = {
  ip: Address;
  local: string;
  senderDomain: string;
  /** The domain whose record is read. */
  domain: string;
  helo: string;
  receiver: string;
  now: Date;
  /** The validated name of the address; asked for only where it is used. */
  findHost: () => Promise<string>;
};

const LONGEST_NAME = 253;
const NOT_UNRESERVED = /[^A-Za-z0-9\-._~]/gu;

export async function expandMacros(tokens: MacroToken[], values: MacroValues): Promise<string> {
  const parts: string[] = [];
  for (const token of tokens) parts.push('literal' in token ? token.literal : await expand(token, values));
  return parts.join('');
}

/** The same for a name to be asked: without its last dot, and labels taken away in front until it is short enough (7.3). */
export async function expandDomain(tokens: MacroToken[], values: MacroValues): Promise<string> {
  let name = (await expandMacros(tokens, values)).replace(/\.$/, '');
  while (name.length > LONGEST_NAME && name.includes('.')) name = name.slice(name.indexOf('.') + 1);
  return name;
}

async function expand(
  { letter, keep, reverse, delimiters }: Extract<MacroToken, { letter: string }>,
  values: MacroValues,
): Promise<string> {
  const value = await VALUES[letter.toLowerCase()]!(values);
  let parts = split(value, delimiters);
  if (reverse) parts = parts.reverse();
  if (keep !== null) parts = parts.slice(-keep);
  const text = parts.join('.');
  return letter === letter.toLowerCase() ? text : text.replace(NOT_UNRESERVED, escapeBytes);
}

const VALUES: Record<string, (values: MacroValues) => string | Promise<string>> = {
  s: ({ local, senderDomain }) => `${local}@${senderDomain}`,
  l: ({ local }) => local,
  o: ({ senderDomain }) => senderDomain,
  d: ({ domain }) => domain,
  i: ({ ip }) => (ip.family === 4 ? ip.text : nibblesOf(ip.text).join('.')),
  p: ({ findHost }) => findHost(),
  v: ({ ip }) => (ip.family === 4 ? 'in-addr' : 'ip6'),
  h: ({ helo }) => helo,
  c: ({ ip }) => ip.text,
  r: ({ receiver }) => receiver,
  t: ({ now }) => String(Math.floor(now.getTime() / 1000)),
};

function split(value: string, delimiters: string): string[] {
  const parts = [''];
  for (const char of value) {
    if (delimiters.includes(char)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function escapeBytes(char: string): string {
  return [...Buffer.from(char)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
