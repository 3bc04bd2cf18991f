export type DmarcPolicy = 'none' | 'quarantine' | 'reject';
export type Alignment = 'relaxed' | 'strict';

/** A record as RFC 9989 reads it; what it does not say has its default. */
export type DmarcRecord = {
  /** Of the domain; null where the record names none, which counts as `none` if reports are asked for (RFC 9989 4.7). */
  policy: DmarcPolicy | null;
  /** Of sub-domains that exist, and of those that do not. */
  subdomainPolicy: DmarcPolicy | null;
  nonExistentPolicy: DmarcPolicy | null;
  dkim: Alignment;
  spf: Alignment;
  /** A test: receivers apply the policy one step milder. */
  testing: boolean;
  /** Is this domain a public suffix, or the organisation itself (`y`, `n`)? `u`: to be found out. */
  psd: 'y' | 'n' | 'u';
  aggregateReports: string[];
  failureReports: string[];
};

export type DmarcFlaw = {
  code: 'bad_policy' | 'no_policy' | 'bad_tag' | 'repeated_tag' | 'old_tag' | 'bad_address';
  tag: string;
  value: string;
};

const POLICIES = ['none', 'quarantine', 'reject'];
/** Of RFC 7489: read over, as they mean nothing any more. */
const OLD_TAGS = ['pct', 'rf', 'ri'];
const MAX_TAGS = 40;

/** Is this TXT record one of DMARC? The tag is first, and its value is in capitals. */
export function isDmarc(text: string): boolean {
  return /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}

/** RFC 9989 4.7. Unknown tags are passed over, as it says; wrong values are those of a tag that is not there. */
export function parseDmarc(text: string): { record: DmarcRecord; flaws: DmarcFlaw[] } {
  const flaws: DmarcFlaw[] = [];
  const tags = readTags(text, flaws);
  const choose = <T extends string>(tag: string, among: readonly T[], otherwise: T): T => {
    const value = tags.get(tag);
    if (value === undefined) return otherwise;
    const known = among.find((one) => one === value.toLowerCase());
    if (known === undefined) flaws.push({ code: 'bad_tag', tag, value });
    return known ?? otherwise;
  };
  const policyOf = (tag: string): DmarcPolicy | null => {
    const value = tags.get(tag);
    if (value === undefined) return null;
    if (POLICIES.includes(value.toLowerCase())) return value.toLowerCase() as DmarcPolicy;
    flaws.push({ code: 'bad_policy', tag, value });
    return null;
  };
  if (!tags.has('p')) flaws.push({ code: 'no_policy', tag: 'p', value: '' });
  const record: DmarcRecord = {
    policy: policyOf('p'),
    subdomainPolicy: policyOf('sp'),
    nonExistentPolicy: policyOf('np'),
    dkim: choose('adkim', ['r', 's'], 'r') === 's' ? 'strict' : 'relaxed',
    spf: choose('aspf', ['r', 's'], 'r') === 's' ? 'strict' : 'relaxed',
    testing: choose('t', ['y', 'n'], 'n') === 'y',
    psd: choose('psd', ['y', 'n', 'u'], 'u'),
    aggregateReports: readAddresses('rua', tags, flaws),
    failureReports: readAddresses('ruf', tags, flaws),
  };
  for (const tag of OLD_TAGS) if (tags.has(tag)) flaws.push({ code: 'old_tag', tag, value: tags.get(tag)! });
  return { record, flaws };
}

function readTags(text: string, flaws: DmarcFlaw[]): Map<string, string> {
  const tags = new Map<string, string>();
  for (const part of text.split(';', MAX_TAGS)) {
    const written = part.replace(/^[ \t]+|[ \t]+$/g, '');
    if (written === '') continue;
    const at = written.indexOf('=');
    const tag = written.slice(0, at).trimEnd().toLowerCase();
    const value = written.slice(at + 1).trimStart();
    if (at < 1 || !/^[a-z]+$/.test(tag))
      flaws.push({ code: 'bad_tag', tag: '', value: written.slice(0, 80) });
    else if (tags.has(tag)) flaws.push({ code: 'repeated_tag', tag, value: value.slice(0, 80) });
    else tags.set(tag, value.slice(0, 1000));
  }
  return tags;
}

/** `mailto:` alone is of use to anybody; a size behind an exclamation mark, of the old standard, is passed over. */
function readAddresses(tag: string, tags: Map<string, string>, flaws: DmarcFlaw[]): string[] {
  const uris = (tags.get(tag) ?? '').split(',').map((uri) => uri.trim());
  return uris.filter(Boolean).flatMap((uri) => {
    const [, address] = /^mailto:([^\s@,!;]+@[^\s@,!;]+?)(?:![0-9]+[kmgt]?)?$/i.exec(uri) ?? [];
    if (address) return [decode(address)];
    flaws.push({ code: 'bad_address', tag, value: uri.slice(0, 80) });
    return [];
  });
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
