import type { StoredPair } from '@/drizzle/schema/domains';
import { type DmarcVerdict, evaluateDmarc } from '@/lib/dmarc/evaluate-dmarc';
import type { DnsResolver } from '@/lib/dns/types';
import { evaluateSpf } from '@/lib/spf/evaluate-spf';
import type { SpfResult } from '@/lib/spf/spf-result';
import type { SendingFacts, Signature } from './sending-facts';

type Question = { fromDomain: string; facts: SendingFacts; resolver: DnsResolver };
type Judged = Omit<StoredPair, 'version' | 'checkedAt'>;
type Spf = { result: SpfResult | 'unknown'; address: string | null };

/**
 * Would a message pass, were it sent this way? SPF of the envelope's sender by an address that it would come from, the signatures that it would
 * carry by what DNS has of them, and DMARC over both (RFC 9989). Nothing is sent.
 */
export async function judgePair({ fromDomain, facts, resolver }: Question): Promise<Judged> {
  const spf = await judgeSpf(facts, resolver);
  const dmarc = await evaluateDmarc({
    fromDomain,
    spf: { result: spf.result === 'unknown' ? 'temperror' : spf.result, domain: facts.envelope ?? '' },
    dkim: facts.signatures,
    resolver,
  });
  const signature = facts.signatures.find(({ domain }) => domain === dmarc.dkim.domain);
  const { discovery } = dmarc;
  const verdict = verdictOf(spf, facts, dmarc);
  return {
    verdict,
    spf: { ...spf, domain: facts.envelope, aligned: dmarc.spf.aligned },
    dkim: {
      result: dkimResult(facts.signatures, dmarc),
      domain: dmarc.dkim.domain,
      aligned: dmarc.dkim.aligned,
      by: signature?.by ?? null,
    },
    dmarc: {
      result: isOpen(verdict, dmarc) ? 'unknown' : dmarc.result,
      policy: discovery.state === 'found' ? discovery.policy : null,
    },
    reasons: [
      ...spfReasons(spf, facts, dmarc),
      ...dkimReasons(facts.signatures, dmarc),
      ...dmarcReasons(dmarc),
    ],
  };
}

function isOpen(verdict: Judged['verdict'], { result }: DmarcVerdict): boolean {
  return verdict === 'unknown' && (result === 'fail' || result === 'temperror');
}

/** The worst of what it may come from: mail that passes from one address and not from the other is no good. */
async function judgeSpf(
  { envelope, envelopeIsTheirs, addresses }: SendingFacts,
  resolver: DnsResolver,
): Promise<Spf> {
  if (envelopeIsTheirs) return { result: 'pass', address: null };
  if (envelope === null || addresses === null) return { result: 'unknown', address: null };
  const results = await Promise.all(
    addresses.map(async (ip) => {
      const { result } = await evaluateSpf({ ip, mailFrom: `bounces@${envelope}`, helo: envelope, resolver });
      return { result, address: ip };
    }),
  );
  return results.find(({ result }) => result !== 'pass') ?? results[0]!;
}

/** Without a policy it is judged as well: big receivers want alignment of all who send much. */
function verdictOf(spf: Spf, { envelope, signatures }: SendingFacts, dmarc: DmarcVerdict): Judged['verdict'] {
  if ([dmarc.spf, dmarc.dkim].some(({ passes, aligned }) => passes && aligned)) return 'passes';
  if (dmarc.discovery.state === 'unknown') return 'unknown';
  const mayBeSpf =
    (spf.result === 'unknown' || spf.result === 'temperror') && (dmarc.spf.aligned || envelope === null);
  const mayBeDkim = dmarc.dkim.aligned && signatures.some(({ result }) => result === 'temperror');
  return mayBeSpf || mayBeDkim ? 'unknown' : 'fails';
}

function dkimResult(signatures: Signature[], { dkim }: DmarcVerdict): string {
  if (signatures.length === 0) return 'none';
  if (dkim.passes) return 'pass';
  return signatures.some(({ result }) => result === 'temperror') ? 'unknown' : 'fail';
}

function spfReasons({ result, address }: Spf, { envelope }: SendingFacts, { spf }: DmarcVerdict) {
  if (envelope === null || (result === 'unknown' && spf.aligned)) return [{ code: 'spf_unknown' }];
  if (!spf.aligned) return [{ code: 'spf_other_domain', params: { domain: envelope } }];
  const params = { domain: envelope, address: address ?? '', result };
  if (result === 'pass') return [{ code: 'spf_passes', params }];
  return [{ code: result === 'temperror' ? 'spf_unknown' : 'spf_not_allowed', params }];
}

function dkimReasons(signatures: Signature[], { dkim }: DmarcVerdict) {
  const best = signatures.find(({ domain }) => domain === dkim.domain);
  if (!best) return [{ code: 'dkim_none' }];
  const params = { domain: best.domain, selector: best.selector ?? '' };
  if (!dkim.aligned) return [{ code: 'dkim_other_domain', params }];
  if (dkim.passes) return [{ code: 'dkim_passes', params }];
  const isOpen = signatures.some(({ result }) => result === 'temperror');
  return [{ code: isOpen ? 'dkim_unknown' : 'dkim_record', params }];
}

function dmarcReasons({ discovery }: DmarcVerdict) {
  return discovery.state === 'found' ? [] : [{ code: `dmarc_${discovery.state}` }];
}
