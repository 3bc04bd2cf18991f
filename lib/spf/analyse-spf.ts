import { type Finding, finding } from '@/lib/dns/findings';
import type { DnsResolver } from '@/lib/dns/types';
import { lintSpf } from './lint-spf';
import { readSpf, type SpfLeaf } from './read-tree';
import { MAX_LOOKUPS, MAX_VOID_LOOKUPS } from './spf-result';

export type SpfAnalysis = {
  state: 'found' | 'missing' | 'several' | 'unknown';
  /** Of the domain itself, as they stand in DNS. */
  texts: string[];
  /** Through the whole tree, as for a sender that no term matches; terms whose name a message decides count as one. */
  lookups: number;
  voidLookups: number;
  tree: SpfLeaf | null;
  findings: Finding[];
};

/** What a domain's record says and costs, and what is wrong with it, whoever sends. */
export async function analyseSpf(domain: string, resolver: DnsResolver): Promise<SpfAnalysis> {
  const answer = await resolver.resolve(domain, 'TXT');
  const others = answer.state === 'found' ? answer.records.filter(looksLikeSpf) : [];
  const { tree, ...read } = await readSpf(domain, resolver);
  const own = lintSpf(tree.record ?? '');
  const findings = [
    ...(tree.problem === 'missing' ? missing(domain, others) : []),
    ...(tree.problem === 'several' ? [finding('spf_several', { count: tree.texts.length, domain })] : []),
    ...(tree.problem === 'unknown' ? [finding('spf_unknown', { domain })] : []),
    ...(tree.record === null ? [] : own),
    ...read.findings,
    ...(read.lookups > MAX_LOOKUPS ? [finding('spf_too_many_lookups', { count: read.lookups })] : []),
    ...(read.voidLookups > MAX_VOID_LOOKUPS
      ? [finding('spf_too_many_voids', { count: read.voidLookups })]
      : []),
  ];
  return {
    state: tree.problem ?? 'found',
    texts: tree.texts,
    lookups: read.lookups,
    voidLookups: read.voidLookups,
    tree: tree.record === null ? null : tree,
    findings,
  };
}

/** Meant as one, and read by nobody: `v=spf1;`, `"v=spf1 …"`, `spf1 …`, `v=spf 1`. */
function looksLikeSpf(text: string): boolean {
  return (
    /^\W*(v\s*=\s*)?spf\s*\d?\b/i.test(text.slice(0, 20)) &&
    !/^v=spf1( |$)/i.test(text) &&
    !/^spf2\.0/i.test(text)
  );
}

function missing(domain: string, others: string[]): Finding[] {
  const [text] = others;
  return [
    text === undefined
      ? finding('spf_missing', { domain })
      : finding('spf_lookalike', { text: text.slice(0, 100) }),
  ];
}
