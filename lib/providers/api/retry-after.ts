import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { parseWaitMs } from '@/lib/replies/parse-wait';

type Answer = Pick<OutboundReply, 'headers'> & { text?: string };

/** As long as an answer may make anybody wait. */
const LONGEST_MS = 31 * 86_400_000;

/** When an answer asks to be tried again, in milliseconds from now: by `Retry-After` (RFC 9110), its words, or the end of the window. */
export function retryAfterMs(answer: Answer, now = Date.now()): number | undefined {
  return statedWaitMs(answer, now) ?? windowMs(answer, now);
}

/** Without the end of a rate limit's window, which says nothing of a quota. */
export function statedWaitMs({ headers, text = '' }: Answer, now = Date.now()): number | undefined {
  return fromHeader(headers['retry-after'], now) ?? parseWaitMs(text, now);
}

const RESETS = ['x-ratelimit-reset', 'ratelimit-reset', 'x-sib-ratelimit-reset', 'x-rate-limit-reset'];

function windowMs({ headers }: Answer, now: number): number | undefined {
  return fromHeader(RESETS.map((name) => headers[name]).find(Boolean), now);
}

/** Seconds from now, Unix time in seconds or milliseconds, or a date. A header that came twice counts once. */
function fromHeader(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\s*(\d{1,16}(?:\.\d{1,9})?)\s*(?:,|;|$)/.exec(value)?.[1];
  if (number === undefined) return bounded(Date.parse(value) - now);
  const count = Number(number);
  if (count > 100_000_000_000) return bounded(count - now);
  return bounded(count > 1_000_000_000 ? count * 1000 - now : count * 1000);
}

function bounded(ms: number): number | undefined {
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, Math.ceil(ms)), LONGEST_MS);
}
