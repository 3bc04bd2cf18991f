import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { Judgement } from './call';
import { retryAfterMs, statedWaitMs } from './retry-after';
import { isWebPage } from './web-page';

/**
 * What HTTP itself says (RFC 9110, RFC 6585), for answers that a provider's own table does not know. A gateway that gave up waiting (504), and
 * Cloudflare in front of an origin that broke off or was silent (520 to 524), do not know what became of the request:
 * https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/. 502 and 503 are what a provider that is
 * down answers for hours: taken for "unknown" they would keep every message from the next one.
 */
export function classifyStatus(reply: OutboundReply, isOfAnother = isWebPage(reply)): Judgement {
  const { status } = reply;
  if (status === 504 || (status >= 520 && status <= 524)) return 'unknown';
  if (status === 429) return slowDown(reply);
  if (status === 413) return { fault: 'cannot_carry', permanent: true };
  // An edge that cannot read a request answers so too; only the API itself can tell of a content.
  if ((status === 400 || status === 422) && !isOfAnother) return { fault: 'content', permanent: true };
  if (status === 503) return { fault: 'provider', permanent: false, retryAfterMs: retryAfterMs(reply) };
  return { fault: 'provider', permanent: !isPassing(reply) };
}

/** Wrong key, unpaid account, wrong address of the API stay; a server's trouble, a portal's redirect and a page of its own pass. */
function isPassing(reply: OutboundReply): boolean {
  const { status } = reply;
  return status >= 500 || [302, 303, 307, 400, 408, 421, 422, 425].includes(status);
}

/** A longer period or an allowance: that is used up, not asked too fast. */
const ALLOWANCE =
  /\b(daily|hourly|monthly|weekly)\b|\b(per|a|an) (hour|day|week|month)\b|\bcredits?\b|\bquota\b/i;

function slowDown(reply: OutboundReply): Judgement {
  return !isWebPage(reply) && ALLOWANCE.test(reply.text.slice(0, 4000))
    ? { fault: 'provider', permanent: false, quota: true, retryAfterMs: statedWaitMs(reply) }
    : { fault: 'throttled', permanent: false, pace: 'rate', retryAfterMs: retryAfterMs(reply) };
}
