import type { DeliverySettings } from '@/lib/settings/schema';

const MINUTE_MS = 60_000;
const LONGEST_ASKED_MS = 24 * 60 * MINUTE_MS;
const SHORTEST_ASKED_MS = 10_000;

export type RetryPolicy = DeliverySettings['retries'];

/** How far the schedule is with a message: the time since the first of its tries, and how many there were. */
export type Progress = { elapsedMs: number; tries: number };

/** `retryMs`: how long from now; null when the schedule is used up. `retryCount`: how many of its steps are. */
export type Retry = { retryMs: number | null; retryCount: number };

/**
 * When to try again. A receiver that says "not now" (greylisting, a full mailbox) gets the long tail as well: 31 hours in all by
 * default. Where provider or receiver said when (`askedMs`), that goes before the schedule, which then ends by the clock: see `nextAsked`.
 */
export function nextRetry(
  { faultMinutes, deferralMinutes }: RetryPolicy,
  retryCount: number,
  deferral = false,
  asked?: Progress & { askedMs: number },
): Retry {
  const minutes = deferral ? [...faultMinutes, ...deferralMinutes] : faultMinutes;
  const stepsMs = minutes.map((each) => Math.round(each * MINUTE_MS));
  if (asked) return nextAsked(stepsMs, retryCount, asked);
  const retryMs = stepsMs[retryCount];
  return retryMs === undefined ? { retryMs: null, retryCount } : { retryMs, retryCount: retryCount + 1 };
}

/**
 * "Try again in a minute" must not use up hours of schedule in minutes: a step is spent when its time is over, and the last try comes at
 * the end of the whole. Whoever asks for ever more is asked back ever less: the shortest wait doubles with each try.
 */
function nextAsked(
  stepsMs: number[],
  retryCount: number,
  { askedMs, elapsedMs, tries }: Progress & { askedMs: number },
): Retry {
  const leftMs = sum(stepsMs) - elapsedMs;
  if (leftMs <= 0 && tries > stepsMs.length) return { retryMs: null, retryCount };
  const shortestMs = SHORTEST_ASKED_MS * 2 ** (tries - 1);
  const waitMs = Math.max(askedMs, leftMs > 0 ? Math.min(shortestMs, leftMs) : shortestMs);
  const retryMs = Math.round(Math.min(Math.max(waitMs, SHORTEST_ASKED_MS), LONGEST_ASKED_MS));
  const isSpent = elapsedMs + retryMs >= sum(stepsMs.slice(0, retryCount + 1));
  return { retryMs, retryCount: isSpent ? Math.min(retryCount + 1, stepsMs.length) : retryCount };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
