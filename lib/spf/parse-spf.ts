import { isIPv4, isIPv6 } from 'node:net';
import { isVisible, parseDomainSpec, parseMacroString } from './macro-string';

export type Qualifier = '+' | '-' | '~' | '?';
export type Mechanism =
  | { kind: 'all' }
  | { kind: 'include'; domain: string }
  | { kind: 'exists'; domain: string }
  | { kind: 'a' | 'mx'; domain: string | null; bits4: number; bits6: number }
  | { kind: 'ptr'; domain: string | null }
  | { kind: 'ip4' | 'ip6'; address: string; bits: number };
export type Directive = { term: string; qualifier: Qualifier; mechanism: Mechanism };
export type SpfRecord = { directives: Directive[]; redirect: string | null; exp: string | null };
export type SpfFlaw = {
  code:
    | 'unknown_mechanism'
    | 'bad_domain'
    | 'bad_address'
    | 'wrong_family'
    | 'bad_prefix'
    | 'unexpected_argument'
    | 'missing_argument'
    | 'repeated_modifier'
    | 'bad_modifier'
    | 'bad_characters';
  term: string;
};

const VERSION = /^v=spf1(?: |$)/i;
const MODIFIER = /^([a-z][a-z0-9._-]*)=(.*)$/is;
const DIRECTIVE = /^([+\-?~]?)([a-z][a-z0-9._-]*)(.*)$/is;
const PREFIX = /^(?:0|[1-9]\d{0,2})$/;

/** Is this TXT record one of SPF (RFC 7208 4.5)? */
export function isSpf(text: string): boolean {
  return VERSION.test(text);
}

/** The terms of a record, what is after `v=spf1`, as they were written. */
export function termsOf(text: string): string[] {
  return text.slice('v=spf1'.length).split(' ').filter(Boolean);
}

/** RFC 7208 4.6, 5 and 6. Every flaw, as a record with one is worth nothing, whatever else is in it. */
export function parseSpf(text: string): { record: SpfRecord; flaws: SpfFlaw[] } {
  const record: SpfRecord = { directives: [], redirect: null, exp: null };
  const flaws: SpfFlaw[] = [];
  for (const term of termsOf(text)) {
    const flaw = isVisible(term) ? parseTerm(term, record) : 'bad_characters';
    if (flaw) flaws.push({ code: flaw, term });
  }
  return { record, flaws };
}

type FlawCode = SpfFlaw['code'];

function parseTerm(term: string, record: SpfRecord): FlawCode | null {
  const [, name, value = ''] = MODIFIER.exec(term) ?? [];
  if (name !== undefined) return parseModifier(name.toLowerCase(), value, record);
  const [, qualifier, kind, rest = ''] = DIRECTIVE.exec(term) ?? [];
  if (kind === undefined || (rest !== '' && !/^[:/]/.test(rest))) return 'unknown_mechanism';
  const mechanism = parseMechanism(kind.toLowerCase(), rest);
  if (typeof mechanism === 'string') return mechanism;
  record.directives.push({ term, qualifier: (qualifier || '+') as Qualifier, mechanism });
  return null;
}

function parseModifier(name: string, value: string, record: SpfRecord): FlawCode | null {
  if (name !== 'redirect' && name !== 'exp') return parseMacroString(value, 'text') ? null : 'bad_modifier';
  if (record[name] !== null) return 'repeated_modifier';
  if (!parseDomainSpec(value)) return value === '' ? 'missing_argument' : 'bad_domain';
  record[name] = value;
  return null;
}

function parseMechanism(kind: string, rest: string): Mechanism | FlawCode {
  switch (kind) {
    case 'all':
      return rest === '' ? { kind } : 'unexpected_argument';
    case 'include':
    case 'exists':
      if (!rest.startsWith(':') || rest === ':') return 'missing_argument';
      return parseDomainSpec(rest.slice(1)) ? { kind, domain: rest.slice(1) } : 'bad_domain';
    case 'ptr':
      return parsePtr(rest);
    case 'a':
    case 'mx':
      return parseHosts(kind, rest);
    case 'ip4':
    case 'ip6':
      return parseNetwork(kind, rest);
    default:
      return 'unknown_mechanism';
  }
}

function parsePtr(rest: string): Mechanism | FlawCode {
  if (rest === '') return { kind: 'ptr', domain: null };
  if (!rest.startsWith(':')) return 'unexpected_argument';
  if (rest === ':') return 'missing_argument';
  return parseDomainSpec(rest.slice(1)) ? { kind: 'ptr', domain: rest.slice(1) } : 'bad_domain';
}

/** A slash may stand in a domain, too: only what ends it is a prefix. */
function parseHosts(kind: 'a' | 'mx', rest: string): Mechanism | FlawCode {
  const [, head = '', four, six] = /^(.*?)(?:\/(\d+))?(?:\/\/(\d+))?$/s.exec(rest)!;
  const bits4 = parsePrefix(four, 32);
  const bits6 = parsePrefix(six, 128);
  if (bits4 === null || bits6 === null) return 'bad_prefix';
  if (head === '') return { kind, domain: null, bits4, bits6 };
  if (head === ':') return 'missing_argument';
  if (!head.startsWith(':')) return 'bad_prefix';
  return parseDomainSpec(head.slice(1)) ? { kind, domain: head.slice(1), bits4, bits6 } : 'bad_domain';
}

function parseNetwork(kind: 'ip4' | 'ip6', rest: string): Mechanism | FlawCode {
  if (!rest.startsWith(':') || rest === ':') return 'missing_argument';
  const [address = '', prefix, ...more] = rest.slice(1).split('/');
  const isOther = kind === 'ip4' ? isIPv6(address) : isIPv4(address);
  if (isOther) return 'wrong_family';
  if (kind === 'ip4' ? !isIPv4(address) : !isIPv6(address) || address.includes('%')) return 'bad_address';
  const bits = parsePrefix(prefix, kind === 'ip4' ? 32 : 128);
  return bits === null || more.length > 0 ? 'bad_prefix' : { kind, address, bits };
}

function parsePrefix(text: string | undefined, longest: number): number | null {
  if (text === undefined) return longest;
  return PREFIX.test(text) && Number(text) <= longest ? Number(text) : null;
}
