import { isIP } from 'node:net';
import { isInNetwork, parseAddress } from './address';
import { type Directive, isSpf, parseSpf, termsOf } from './parse-spf';

export type SpfSenders = {
  /** Addresses and networks of own servers: `192.0.2.1`, `2001:db8::/64`. */
  addresses?: readonly string[];
  /** Hosts whose addresses send. */
  hosts?: readonly string[];
  /** Records of providers, as `_spf.example.net`. */
  includes?: readonly string[];
};

export type MergedSpf = {
  record: string;
  /** As DNS carries it: parts of at most 255 characters, which are read as one. */
  strings: string[];
  added: string[];
};

const STRING_BYTES = 255;

/**
 * The record that is there, with what is missing in it. Never a second one: others' terms stay, in their order and spelling; only what says
 * the same twice goes, and what nobody would reach behind `all` comes in front of it. Without a record, or with one that has no end: `~all`.
 */
export function mergeSpf(existing: string | null, senders: SpfSenders): MergedSpf {
  const text = existing !== null && isSpf(existing) ? existing : 'v=spf1';
  const { record } = parseSpf(text);
  const terms = unique(termsOf(text));
  const added = unique(wantedTerms(senders)).filter((term) => !isCovered(term, record.directives));
  const at = terms.findIndex((term) => /^[+\-~?]?all$/i.test(term) || /^redirect=/i.test(term));
  const merged = at < 0 ? [...terms, ...added] : [...terms.slice(0, at), ...added, ...terms.slice(at)];
  // Others' modifiers may stand behind; the end is still of all directives the last.
  const line = ['v=spf1', ...merged, ...(at < 0 ? ['~all'] : [])].join(' ');
  return { record: line, strings: splitStrings(line), added };
}

/** Parts of at most 255 characters, joined by whoever reads them with nothing between. */
export function splitStrings(text: string): string[] {
  const count = Math.max(Math.ceil(text.length / STRING_BYTES), 1);
  return Array.from({ length: count }, (_, part) =>
    text.slice(part * STRING_BYTES, (part + 1) * STRING_BYTES),
  );
}

function wantedTerms({ addresses = [], hosts = [], includes = [] }: SpfSenders): string[] {
  return [
    ...addresses.map((address) => `${isIP(address.split('/')[0]!) === 6 ? 'ip6' : 'ip4'}:${address}`),
    ...hosts.map((host) => `a:${host}`),
    ...includes.map((domain) => `include:${domain}`),
  ];
}

/** Does a term that lets pass say it already, perhaps with a larger network? */
function isCovered(term: string, directives: Directive[]): boolean {
  return directives.some(({ qualifier, mechanism, term: written }) => {
    if (qualifier !== '+') return false;
    if (keyOf(written) === keyOf(term)) return true;
    if (mechanism.kind !== 'ip4' && mechanism.kind !== 'ip6') return false;
    const [, network = ''] = /^ip[46]:(.*)$/.exec(term) ?? [];
    const [text = '', bits] = network.split('/');
    const address = parseAddress(text);
    if (!address || (bits !== undefined && Number(bits) < mechanism.bits)) return false;
    return isInNetwork(address, mechanism.address, mechanism.bits);
  });
}

function unique(terms: string[]): string[] {
  const seen = new Set<string>();
  return terms.filter((term) => {
    const isNew = !seen.has(keyOf(term));
    seen.add(keyOf(term));
    return isNew;
  });
}

/** Terms that mean the same: case, a plus in front, the longest prefix written out. */
function keyOf(term: string): string {
  return term
    .toLowerCase()
    .replace(/^\+/, '')
    .replace(/^(ip4:[^/]*)\/32$/, '$1')
    .replace(/^(ip6:[^/]*)\/128$/, '$1');
}
