import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { retryAfterMs } from './retry-after';
import type { Verdict } from './send';

/** `account`: another provider can carry the message; `later`, `quota`: this one can, after a while; `unknown`: it may be on its way. */
type Meaning = 'recipient' | 'content' | 'account' | 'later' | 'quota' | 'unknown';

/** A documented refusal: every condition that is given must hold. */
export type Rule = { status?: number; code?: string | number; says?: RegExp; means: Meaning };

/** The meaning of the first rule that fits; undefined leaves it to the HTTP status. */
export function findVerdict(
  rules: Rule[],
  reply: OutboundReply,
  { code, text }: { code?: string; text: string },
): Verdict | 'unknown' | undefined {
  const rule = rules.find(
    (candidate) =>
      (candidate.status === undefined || candidate.status === reply.status) &&
      (candidate.code === undefined || String(candidate.code) === code) &&
      (candidate.says === undefined || candidate.says.test(text)),
  );
  return rule && toVerdict(rule.means, reply);
}

function toVerdict(meaning: Meaning, reply: OutboundReply): Verdict | 'unknown' {
  if (meaning === 'unknown') return 'unknown';
  if (meaning === 'recipient' || meaning === 'content') return { fault: meaning, permanent: true };
  if (meaning === 'account') return { fault: 'provider', permanent: true };
  return {
    fault: 'provider',
    permanent: false,
    retryAfterMs: retryAfterMs(meaning === 'later' ? reply : stated(reply)),
  };
}

/** `RateLimit-Reset` counts the seconds of a rate limit, not the days of a quota. */
function stated({ headers }: OutboundReply): Pick<OutboundReply, 'headers'> {
  const value = headers['retry-after'];
  return { headers: value === undefined ? {} : { 'retry-after': value } };
}
