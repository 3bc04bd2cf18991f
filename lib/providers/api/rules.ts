import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { Explanation, Judgement } from './call';
import { retryAfterMs, statedWaitMs } from './retry-after';

/**
 * `declined`: the recipient wants nothing such from this sender, and their address is good; `account`: another provider can carry the
 * message; `carry`: this one takes no such message, nobody is ill; `slow`: it was asked too fast; `later`, `quota`: it can take it after a
 * while; `unknown`: it may be on its way; `accepted`: it took the message before.
 */
export type Meaning =
  | 'recipient'
  | 'declined'
  | 'content'
  | 'account'
  | 'carry'
  | 'slow'
  | 'later'
  | 'quota'
  | 'unknown'
  | 'accepted';

/** A documented refusal: every condition that is given must hold. `source` where it is not the table's. */
export type Rule = {
  status?: number;
  code?: string | number;
  says?: RegExp;
  means: Meaning;
  source?: string;
};

/** Longer errors say nothing new. */
const READ = 4000;

/** The meaning of the first rule that fits; undefined leaves it to the HTTP status. */
export function findVerdict(
  rules: Rule[],
  reply: OutboundReply,
  { code, text }: Explanation,
): Judgement | undefined {
  const rule = rules.find(
    (candidate) =>
      (candidate.status === undefined || candidate.status === reply.status) &&
      (candidate.code === undefined || String(candidate.code) === code) &&
      (candidate.says === undefined || candidate.says.test(text.slice(0, READ))),
  );
  return rule && toVerdict(rule.means, reply);
}

export function toVerdict(meaning: Meaning, reply: OutboundReply): Judgement {
  switch (meaning) {
    case 'unknown':
    case 'accepted':
      return meaning;
    case 'recipient':
    case 'content':
      return { fault: meaning, permanent: true };
    case 'declined':
      return { fault: 'recipient', permanent: true, declined: true };
    case 'account':
      return { fault: 'provider', permanent: true };
    case 'carry':
      return { fault: 'cannot_carry', permanent: true };
    case 'slow':
      return { fault: 'throttled', permanent: false, pace: 'rate', retryAfterMs: retryAfterMs(reply) };
    case 'later':
      return { fault: 'provider', permanent: false, retryAfterMs: retryAfterMs(reply) };
    case 'quota':
      return { fault: 'provider', permanent: false, quota: true, retryAfterMs: statedWaitMs(reply) };
  }
}
