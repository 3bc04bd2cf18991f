import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { retryAfterMs } from './retry-after';
import type { Judgement } from './send';

/**
 * `account`: another provider can carry the message; `later`, `quota`: this one can, after a while; `unknown`: it may be on its
 * way; `accepted`: it took the message before.
 */
type Meaning = 'recipient' | 'content' | 'account' | 'later' | 'quota' | 'unknown' | 'accepted';

/** A documented refusal: every condition that is given must hold. */
export type Rule = { status?: number; code?: string | number; says?: RegExp; means: Meaning };

/** The meaning of the first rule that fits; undefined leaves it to the HTTP status. */
export function findVerdict(
  rules: Rule[],
  reply: OutboundReply,
  { code, text }: { code?: string; text: string },
): Judgement | undefined {
  const rule = rules.find(
    (candidate) =>
      (candidate.status === undefined || candidate.status === reply.status) &&
      (candidate.code === undefined || String(candidate.code) === code) &&
      (candidate.says === undefined || candidate.says.test(text)),
  );
  return rule && toVerdict(rule.means, reply);
}

function toVerdict(meaning: Meaning, reply: OutboundReply): Judgement {
  if (meaning === 'unknown' || meaning === 'accepted') return meaning;
  if (meaning === 'recipient' || meaning === 'content') return { fault: meaning, permanent: true };
  if (meaning === 'account') return { fault: 'provider', permanent: true };
  const busy = { fault: 'provider', permanent: false } as const;
  return meaning === 'quota'
    ? { ...busy, quota: true, retryAfterMs: retryAfterMs(stated(reply)) }
    : { ...busy, retryAfterMs: retryAfterMs(reply) };
}

/** `RateLimit-Reset` counts the seconds of a rate limit, not the days of a quota; some say the time in words. */
function stated({ headers, text }: OutboundReply): Pick<OutboundReply, 'headers'> {
  const value = headers['retry-after'] ?? /try again (?:after|at) ([^.;"]+)/i.exec(text)?.[1];
  return { headers: value === undefined ? {} : { 'retry-after': value } };
}
