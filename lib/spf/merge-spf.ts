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

/** The terms that let them send, each once. */
export function spfTermsFor({ addresses = [], hosts = [], includes = [] }: SpfSenders): string[] {
  return unique([
    ...addresses.map(addressTerm),
    ...hosts.map((host) => `a:${host}`),
    ...includes.map((domain) => `include:${domain}`),
  ]);
}

/**
 * What is there as one record, with what is missing in it. Never a second one: others' terms stay, in their order and spelling. What goes is
 * what says the same twice, what nobody reaches behind `all`, `ptr`, which receivers pass over, and what is no SPF, as it spoils all the rest. Nor
 * does the end stay an open door: of several the mildest that is none, else `~all`.
 */
export function mergeSpf(existing: readonly string[], terms: readonly string[]): string {
  const texts = existing.map(withoutQuotes).filter(isSpf);
  const known = texts.map(readTerms);
  const kept = unique(known.flatMap(({ before }) => before));
  const { record } = parseSpf(['v=spf1', ...kept].join(' '));
  const added = unique(terms).filter((term) => !isCovered(term, record.directives));
  const modifiers = unique(known.flatMap((one) => one.modifiers)).filter(isFirstOfName);
  const ends = known.flatMap(({ all }) => (all === null ? [] : [all]));
  const goesOn = ends.length === 0 && modifiers.some((term) => /^redirect=/i.test(term));
  return ['v=spf1', ...kept, ...added, ...(goesOn ? [] : [endOf(ends)]), ...modifiers].join(' ');
}

/** Does a term that lets pass say it already, perhaps with a larger network? */
export function isCovered(term: string, directives: readonly Directive[]): boolean {
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

/** As somebody entered it who copied a line of a zone file. */
export function withoutQuotes(text: string): string {
  return text.replaceAll('"', '');
}

type Terms = { before: string[]; all: string | null; modifiers: string[] };

function readTerms(text: string): Terms {
  const { record, flaws } = parseSpf(text);
  const flawed = flaws.map(({ term }) => term);
  const at = record.directives.findIndex(({ mechanism }) => mechanism.kind === 'all');
  const reached = at < 0 ? record.directives : record.directives.slice(0, at);
  return {
    before: reached.filter(({ mechanism }) => mechanism.kind !== 'ptr').map(({ term }) => term),
    all: record.directives[at]?.term.toLowerCase() ?? null,
    modifiers: termsOf(text).filter((term) => /^[a-z][\w.-]*=/i.test(term) && !flawed.includes(term)),
  };
}

function endOf(ends: string[]): string {
  const [first] = ends;
  return first === '-all' && ends.every((end) => end === first) ? first : '~all';
}

/** Of two records made one, `exp` or `redirect` twice would be no SPF. */
function isFirstOfName(term: string, index: number, all: string[]): boolean {
  const nameOf = (one: string) => one.slice(0, one.indexOf('=')).toLowerCase();
  return all.findIndex((one) => nameOf(one) === nameOf(term)) === index;
}

function addressTerm(range: string): string {
  const [address = '', bits] = range.split('/');
  const [family, whole] = isIP(address) === 6 ? [6, '128'] : [4, '32'];
  return `ip${family}:${bits === undefined || bits === whole ? address : range}`;
}

function unique(terms: readonly string[]): string[] {
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
