import { type Finding, finding } from '@/lib/dns/findings';
import type { DnsAnswer, DnsResolver } from '@/lib/dns/types';
import { findSpf, type SpfLookUp } from './find-spf';
import { hasMacros, parseDomainSpec } from './macro-string';
import { parseSpf, termsOf } from './parse-spf';

/** A record with what hangs below its terms. */
export type SpfLeaf = {
  domain: string;
  record: string | null;
  /** Why there is no record. */
  problem: 'missing' | 'several' | 'unknown' | null;
  texts: string[];
  terms: { term: string; isLookup: boolean; isVoid: boolean; child?: SpfLeaf }[];
};

/** Beyond the limit of the RFC anyway: enough to show how far, and no more than that of what strangers write. */
const MAX_RECORDS = 40;
const MAX_TERMS = 120;

type Reading = {
  resolver: DnsResolver;
  lookups: number;
  voidLookups: number;
  records: number;
  findings: Finding[];
};

/** All records from this domain down, whatever a sender's address would match on the way. `text`: its record, where that is known already. */
export async function readSpf(domain: string, resolver: DnsResolver, text?: string) {
  const reading: Reading = { resolver, lookups: 0, voidLookups: 0, records: 0, findings: [] };
  const tree = await readRecord(reading, domain, [], text);
  const { lookups, voidLookups, findings } = reading;
  return { tree, lookups, voidLookups, findings };
}

async function readRecord(
  reading: Reading,
  domain: string,
  above: string[],
  text?: string,
): Promise<SpfLeaf> {
  const found: SpfLookUp =
    text === undefined ? await findSpf(domain, reading.resolver) : { state: 'found', text };
  reading.records++;
  const leaf: SpfLeaf = { domain, record: null, problem: null, texts: [], terms: [] };
  if (found.state !== 'found')
    return { ...leaf, problem: found.state, texts: found.state === 'several' ? found.texts : [] };
  Object.assign(leaf, { record: found.text, texts: [found.text] });
  const { record, flaws } = parseSpf(found.text);
  if (flaws.length > 0 && above.length > 0)
    reading.findings.push(finding('spf_include_broken', { domain, term: flaws[0]!.term.slice(0, 80) }));
  leaf.terms = termsOf(found.text).map((term) => ({ term, isLookup: false, isVoid: false }));
  const hasAll = record.directives.some(({ mechanism }) => mechanism.kind === 'all');
  for (const told of leaf.terms.slice(0, MAX_TERMS)) {
    const directive = record.directives.find(({ term }) => term === told.term);
    const mechanism = directive?.mechanism;
    // What follows an `all` is never asked.
    if (mechanism?.kind === 'all') break;
    const isRedirect = !hasAll && told.term.toLowerCase() === `redirect=${record.redirect}`.toLowerCase();
    const spec = isRedirect ? record.redirect : mechanism?.kind === 'include' ? mechanism.domain : null;
    if (spec !== null) await readBelow(reading, told, spec, [...above, domain.toLowerCase()]);
    else if (mechanism && 'domain' in mechanism && mechanism.kind !== 'include') {
      reading.lookups++;
      told.isLookup = true;
      told.isVoid = await isVoid(reading, mechanism.kind, mechanism.domain ?? domain);
      if (told.isVoid) reading.findings.push(finding('spf_void', { term: told.term.slice(0, 80), domain }));
    }
  }
  return leaf;
}

async function readBelow(
  reading: Reading,
  told: SpfLeaf['terms'][number],
  spec: string,
  above: string[],
): Promise<void> {
  reading.lookups++;
  told.isLookup = true;
  const domain = spec.replace(/\.$/, '').toLowerCase();
  if (above.includes(domain)) {
    reading.findings.push(finding('spf_loop', { domain }));
    return;
  }
  if (hasMacros(parseDomainSpec(spec) ?? []) || reading.records >= MAX_RECORDS) return;
  told.child = await readRecord(reading, domain, above);
  const { problem } = told.child;
  if (problem === 'missing') reading.findings.push(finding('spf_include_without_record', { domain }));
  if (problem === 'several') reading.findings.push(finding('spf_include_several', { domain }));
  if (problem === 'unknown') reading.findings.push(finding('spf_include_unknown', { domain }));
}

async function isVoid(reading: Reading, kind: 'a' | 'mx' | 'ptr' | 'exists', spec: string): Promise<boolean> {
  // What a message's own values decide is not known beforehand; past the limit nothing more is asked.
  if (kind === 'ptr' || hasMacros(parseDomainSpec(spec) ?? []) || reading.lookups > MAX_RECORDS) return false;
  const { resolver } = reading;
  const isMissing = (answer: DnsAnswer<unknown>) => answer.state === 'missing';
  if (kind !== 'a') {
    const type = kind === 'mx' ? 'MX' : 'A';
    if (!isMissing(await resolver.resolve(spec, type))) return false;
  } else if (
    !isMissing(await resolver.resolve(spec, 'A')) ||
    !isMissing(await resolver.resolve(spec, 'AAAA'))
  )
    return false;
  reading.voidLookups++;
  return true;
}
