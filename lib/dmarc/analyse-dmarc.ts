import { bare } from '@/lib/dns/exchange';
import { type Finding, finding } from '@/lib/dns/findings';
import type { DnsResolver } from '@/lib/dns/types';
import { type DmarcDiscovery, discoverDmarc, findOrganizationalDomain } from './discover-dmarc';
import { type DmarcFlaw, type DmarcPolicy, isDmarc, parseDmarc } from './parse-dmarc';

export type DmarcAnalysis = { discovery: DmarcDiscovery; findings: Finding[] };

const STRENGTH: Record<DmarcPolicy, number> = { none: 0, quarantine: 1, reject: 2 };

/** What a domain's policy says, and what is wrong with it; report addresses elsewhere must have agreed (RFC 9990). */
export async function analyseDmarc(domain: string, resolver: DnsResolver): Promise<DmarcAnalysis> {
  const discovery = await discoverDmarc(domain, resolver);
  if (discovery.state === 'unknown') return { discovery, findings: [finding('dmarc_unknown', { domain })] };
  if (discovery.state === 'several')
    return { discovery, findings: [finding('dmarc_several', { domain, count: discovery.texts.length })] };
  if (discovery.state === 'missing') return { discovery, findings: await missing(domain, resolver) };
  const { record, at, text } = discovery;
  const { flaws } = parseDmarc(text);
  const [own, below] = [record.policy ?? 'none', record.subdomainPolicy ?? record.policy ?? 'none'];
  const findings = [
    ...(at === bare(domain) ? [] : [finding('dmarc_inherited', { domain: at, policy: discovery.policy })]),
    ...flaws.map(toFinding),
    ...(own === 'none' ? [finding('dmarc_monitoring')] : []),
    ...(record.testing ? [finding('dmarc_testing', { policy: own })] : []),
    ...(STRENGTH[below] < STRENGTH[own]
      ? [finding('dmarc_weak_subdomains', { policy: own, subdomains: below })]
      : []),
    ...(record.aggregateReports.length === 0 ? [finding('dmarc_no_reports')] : []),
    ...(await checkReportAddresses(at, [...record.aggregateReports, ...record.failureReports], resolver)),
  ];
  return { discovery, findings };
}

async function missing(domain: string, resolver: DnsResolver): Promise<Finding[]> {
  const answer = await resolver.resolve(`_dmarc.${domain}`, 'TXT');
  const texts = answer.state === 'found' ? answer.records : [];
  const record = texts.find(isDmarc);
  // It is one, but says nothing that anybody could follow.
  if (record) return parseDmarc(record).flaws.map(toFinding);
  const meant = texts.find((text) => /dmarc/i.test(text.slice(0, 40)));
  return [
    meant === undefined
      ? finding('dmarc_missing', { domain })
      : finding('dmarc_lookalike', { text: meant.slice(0, 100) }),
  ];
}

function toFinding({ code, tag, value }: DmarcFlaw): Finding {
  return finding(`dmarc_${code}`, { tag, value });
}

const MAX_ADDRESSES = 10;

/** Reports go to another organisation only where it says `v=DMARC1` under the name of this domain (RFC 9990 4). */
export async function checkReportAddresses(
  domain: string,
  addresses: readonly string[],
  resolver: DnsResolver,
): Promise<Finding[]> {
  const targets = [...new Set(addresses.map((address) => bare(address.slice(address.lastIndexOf('@') + 1))))];
  const found = await Promise.all(
    targets.slice(0, MAX_ADDRESSES).map(async (target) => {
      const [own, theirs] = await Promise.all([
        findOrganizationalDomain(domain, resolver),
        findOrganizationalDomain(target, resolver),
      ]);
      if (target === bare(domain) || own.domain === theirs.domain) return [];
      const name = `${bare(domain)}._report._dmarc.${target}`;
      const answer = await resolver.resolve(name, 'TXT');
      if (answer.state === 'unknown') return [finding('dmarc_authorisation_unknown', { domain: target })];
      if (answer.state === 'found' && answer.records.some(isDmarc)) return [];
      return [finding('dmarc_not_authorised', { domain: target, name })];
    }),
  );
  return found.flat();
}
