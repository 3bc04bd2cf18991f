import { bare } from '@/lib/dns/exchange';
import type { DnsResolver } from '@/lib/dns/types';
import type { SpfResult } from '@/lib/spf/spf-result';
import { type DmarcDiscovery, discoverDmarc, findOrganizationalDomain } from './discover-dmarc';
import type { Alignment, DmarcPolicy } from './parse-dmarc';

export type DmarcQuestion = {
  /** Of the one From address. */
  fromDomain: string;
  /** What SPF says, and of which domain: of the envelope's sender, or of the HELO name where that is empty. */
  spf: { result: SpfResult; domain: string };
  /** Each signature: its `d=`, and whether it is good. */
  dkim: { result: 'pass' | 'fail' | 'temperror'; domain: string }[];
  resolver: DnsResolver;
};

export type DmarcVerdict = {
  /** `none`: the domain has no policy. */
  result: 'pass' | 'fail' | 'none' | 'temperror' | 'permerror';
  spf: AlignmentVerdict;
  dkim: AlignmentVerdict;
  /** What receivers are asked to do with it. */
  disposition: DmarcPolicy;
  discovery: DmarcDiscovery;
};
/** `passes` alone is not enough: the domain must be the one that people see. */
export type AlignmentVerdict = { passes: boolean; aligned: boolean; mode: Alignment; domain: string | null };

/** RFC 9989 4.4, 5.3: would this mail pass? */
export async function evaluateDmarc({
  fromDomain,
  spf,
  dkim,
  resolver,
}: DmarcQuestion): Promise<DmarcVerdict> {
  const discovery = await discoverDmarc(fromDomain, resolver);
  const [spfMode, dkimMode] =
    discovery.state === 'found'
      ? [discovery.record.spf, discovery.record.dkim]
      : (['relaxed', 'relaxed'] as const);
  const organization =
    discovery.state === 'found' || discovery.state === 'missing' ? discovery.organizationalDomain : null;
  const aligns = (domain: string, mode: Alignment) =>
    isAligned({ domain, fromDomain, mode, organization, resolver });
  const spfAligned = await aligns(spf.domain, spfMode);
  const signatures = await Promise.all(
    dkim
      .slice(0, MAX_SIGNATURES)
      .map(async (one) => ({ ...one, aligned: await aligns(one.domain, dkimMode) })),
  );
  const best =
    signatures.find((one) => one.result === 'pass' && one.aligned) ??
    signatures.find((one) => one.result === 'pass') ??
    signatures[0];
  const verdicts = {
    spf: { passes: spf.result === 'pass', aligned: spfAligned, mode: spfMode, domain: spf.domain || null },
    dkim: {
      passes: best?.result === 'pass',
      aligned: best?.aligned ?? false,
      mode: dkimMode,
      domain: best?.domain ?? null,
    },
  };
  const passes = [verdicts.spf, verdicts.dkim].some((one) => one.passes && one.aligned);
  // What is not aligned changes nothing, however it ends.
  const isOpen =
    (spf.result === 'temperror' && spfAligned) ||
    signatures.some((one) => one.result === 'temperror' && one.aligned);
  const result = resultOf(discovery, passes, isOpen);
  return {
    result,
    ...verdicts,
    disposition: result === 'fail' && discovery.state === 'found' ? discovery.policy : 'none',
    discovery,
  };
}

/** More than this in one message are nobody's honest doing. */
const MAX_SIGNATURES = 10;

function resultOf(discovery: DmarcDiscovery, passes: boolean, isOpen: boolean): DmarcVerdict['result'] {
  if (discovery.state === 'unknown') return 'temperror';
  if (discovery.state === 'several') return 'permerror';
  if (discovery.state === 'missing') return 'none';
  if (passes) return 'pass';
  return isOpen ? 'temperror' : 'fail';
}

type Pair = {
  domain: string;
  fromDomain: string;
  mode: Alignment;
  organization: string | null;
  resolver: DnsResolver;
};

/** Strict: the same name. Relaxed: of the same organisation, as the walk finds it for each of the two. */
export async function isAligned({
  domain,
  fromDomain,
  mode,
  organization,
  resolver,
}: Pair): Promise<boolean> {
  const [one, other] = [bare(domain), bare(fromDomain)];
  if (one === '' || one === other) return one === other && one !== '';
  if (mode === 'strict' || organization === null) return false;
  // Not below the organisation: no walk can make them one.
  if (one !== organization && !one.endsWith(`.${organization}`)) return false;
  return (await findOrganizationalDomain(one, resolver)).domain === organization;
}
