import { isDnsName } from '@/lib/dns/name';
import type { DnsResolver } from '@/lib/dns/types';
import { asciiDomain } from '@/lib/text/ascii-domain';
import { parseAddress } from './address';
import { checkHost } from './check-host';
import { type Evaluation, SpfStop } from './evaluation';
import { explain } from './explain';
import type { SpfNode, SpfReason, SpfResult } from './spf-result';

export type SpfQuestion = {
  ip: string;
  /** The envelope's sender; empty for a bounce, which is then judged by the HELO name (RFC 7208 2.4). */
  mailFrom: string;
  helo: string;
  resolver: DnsResolver;
  /** Who asks, as explanations may name it. */
  receiver?: string;
  now?: Date;
};

export type SpfVerdict = {
  result: SpfResult;
  /** What the domain says to those whom it refuses; of `fail` alone. */
  explanation?: string;
  reason: SpfReason;
  /** Null: no record was read. */
  tree: SpfNode | null;
  lookups: number;
  voidLookups: number;
};

/** `check_host()` of RFC 7208: may this address send for this domain? Never throws; its resolver bounds the time. */
export async function evaluateSpf(question: SpfQuestion): Promise<SpfVerdict> {
  const { local, domain } = readSender(question);
  const ip = parseAddress(question.ip);
  const none = (code: SpfReason['code']): SpfVerdict => ({
    result: 'none',
    reason: { code, domain },
    tree: null,
    lookups: 0,
    voidLookups: 0,
  });
  if (!ip) return none('bad_ip');
  if (!isMailDomain(domain)) return none('bad_domain');
  const evaluation: Evaluation = {
    resolver: question.resolver,
    ip,
    local,
    senderDomain: domain,
    helo: question.helo,
    receiver: question.receiver ?? 'unknown',
    now: question.now ?? new Date(),
    lookups: 0,
    voidLookups: 0,
  };
  const tree: SpfNode = { domain, record: null, terms: [] };
  const counts = () => ({
    tree: tree.record === null ? null : tree,
    lookups: evaluation.lookups,
    voidLookups: evaluation.voidLookups,
  });
  try {
    const { result, reason, exp } = await checkHost(evaluation, domain, tree);
    const explanation = result === 'fail' && exp ? await explain(evaluation, exp) : null;
    return { result, ...(explanation !== null && { explanation }), reason, ...counts() };
  } catch (error) {
    if (!(error instanceof SpfStop)) throw error;
    return { result: error.result, reason: error.reason, ...counts() };
  }
}

const IS_ASCII = /^[\x20-\x7e]*$/;

/** Without an address the HELO name counts, without a local part it is `postmaster` (RFC 7208 2.4, 4.3). */
function readSender({ mailFrom, helo }: SpfQuestion): { local: string; domain: string } {
  const address = mailFrom.trim().replace(/^<(.*)>$/, '$1');
  const at = address.lastIndexOf('@');
  const domain = address === '' ? helo : address.slice(at + 1);
  // Macros show it as it was written.
  const written = IS_ASCII.test(domain) ? domain : asciiDomain(domain);
  return { local: address.slice(0, Math.max(at, 0)) || 'postmaster', domain: written.replace(/\.$/, '') };
}

/** Of several labels, as hosts are called (RFC 7208 4.3): no address in brackets, no single word. */
function isMailDomain(domain: string): boolean {
  return isDnsName(domain) && /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/i.test(domain);
}
