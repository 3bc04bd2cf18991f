import { bare } from '@/lib/dns/exchange';
import type { DnsResolver, DnsTrouble } from '@/lib/dns/types';
import { type DmarcPolicy, type DmarcRecord, isDmarc, parseDmarc } from './parse-dmarc';

/** How many names the walk asks at the most (RFC 9989 4.10). */
const MAX_STEPS = 8;

export type FoundDmarc = { domain: string; text: string; record: DmarcRecord };
export type Walk =
  | { state: 'done'; found: FoundDmarc[] }
  | { state: 'several'; domain: string; texts: string[] }
  | { state: 'unknown'; domain: string; reason: DnsTrouble };

/**
 * The names of the tree walk: the domain, then upwards; of one with more than eight labels the middle is left out, so that nobody is made
 * to ask without an end.
 */
export function walkNames(domain: string): string[] {
  const labels = bare(domain).split('.');
  const names = [labels.join('.')];
  const start = labels.length > MAX_STEPS ? labels.length - (MAX_STEPS - 1) : 1;
  for (let from = start; from < labels.length; from++) names.push(labels.slice(from).join('.'));
  return names;
}

/** RFC 9989 4.10: all records from the domain up. Two records at one name are none (4.7); it ends at one that says `psd=`. */
export async function walkTree(domain: string, resolver: DnsResolver): Promise<Walk> {
  const found: FoundDmarc[] = [];
  for (const name of walkNames(domain)) {
    const answer = await resolver.resolve(`_dmarc.${name}`, 'TXT');
    if (answer.state === 'unknown') return { state: 'unknown', domain: name, reason: answer.reason };
    const texts = answer.state === 'found' ? answer.records.filter(isDmarc) : [];
    if (texts.length > 1 && name === bare(domain)) return { state: 'several', domain: name, texts };
    if (texts.length !== 1) continue;
    const { record } = parseDmarc(texts[0]!);
    found.push({ domain: name, text: texts[0]!, record });
    if (record.psd !== 'u') break;
  }
  return { state: 'done', found };
}

/** RFC 9989 4.10.2: of `psd=n` the domain itself, of `psd=y` the one below it on the way, else the highest that has a record. */
export function organizationalDomainOf(domain: string, found: readonly FoundDmarc[]): string {
  const start = bare(domain);
  const own = found.find(({ record }) => record.psd === 'n');
  if (own) return own.domain;
  const suffix = found.find((one) => one.record.psd === 'y' && one.domain !== start);
  if (suffix) {
    const below = start
      .slice(0, -suffix.domain.length - 1)
      .split('.')
      .at(-1)!;
    return `${below}.${suffix.domain}`;
  }
  return found.at(-1)?.domain ?? start;
}

export type OrganizationalDomain = { state: 'found'; domain: string } | { state: 'unknown'; domain: string };

export async function findOrganizationalDomain(
  domain: string,
  resolver: DnsResolver,
): Promise<OrganizationalDomain> {
  const walk = await walkTree(domain, resolver);
  if (walk.state === 'unknown') return { state: 'unknown', domain: bare(domain) };
  return { state: 'found', domain: organizationalDomainOf(domain, walk.state === 'done' ? walk.found : []) };
}

export type DmarcDiscovery =
  | {
      state: 'found';
      /** Where the record stands: the domain itself, or one above it. */
      at: string;
      text: string;
      record: DmarcRecord;
      organizationalDomain: string;
      /** What is to be done with mail that fails: of the tag that applies, a step milder while it is a test. */
      policy: DmarcPolicy;
      appliedTag: 'p' | 'sp' | 'np';
    }
  | { state: 'missing'; organizationalDomain: string }
  | { state: 'several'; texts: string[] }
  | { state: 'unknown'; reason: DnsTrouble };

/** The policy that holds for a From domain (RFC 9989 4.10.1): its own record, else that of the organisation, else of the suffix. */
export async function discoverDmarc(domain: string, resolver: DnsResolver): Promise<DmarcDiscovery> {
  const walk = await walkTree(domain, resolver);
  if (walk.state === 'unknown') return { state: 'unknown', reason: walk.reason };
  if (walk.state === 'several') return { state: 'several', texts: walk.texts };
  const organizationalDomain = organizationalDomainOf(domain, walk.found);
  const holder =
    walk.found.find((one) => one.domain === bare(domain)) ??
    walk.found.find((one) => one.domain === organizationalDomain) ??
    walk.found.find((one) => one.record.psd === 'y');
  if (!holder || (holder.record.policy === null && holder.record.aggregateReports.length === 0))
    return { state: 'missing', organizationalDomain };
  const { record } = holder;
  const appliedTag = holder.domain === bare(domain) ? 'p' : await tagOf(domain, record, resolver);
  const [own, below] = [record.policy ?? 'none', record.subdomainPolicy];
  const stated = { p: own, sp: below ?? own, np: record.nonExistentPolicy ?? below ?? own }[appliedTag];
  return {
    state: 'found',
    at: holder.domain,
    text: holder.text,
    record,
    organizationalDomain,
    policy: record.testing ? MILDER[stated] : stated,
    appliedTag,
  };
}

const MILDER: Record<DmarcPolicy, DmarcPolicy> = { none: 'none', quarantine: 'none', reject: 'quarantine' };

/** A name of which DNS says that there is none has a policy of its own (RFC 9989 4.7, `np`). */
async function tagOf(domain: string, record: DmarcRecord, resolver: DnsResolver): Promise<'sp' | 'np'> {
  if (record.nonExistentPolicy === null) return 'sp';
  const answer = await resolver.resolve(domain, 'A');
  return answer.state === 'missing' && answer.reason === 'no_name' ? 'np' : 'sp';
}
