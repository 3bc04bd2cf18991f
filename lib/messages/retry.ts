import type { DeliverySettings } from '@/lib/settings/schema';

const MINUTE_MS = 60_000;
const LONGEST_PROVIDER_DELAY_MS = 24 * 60 * MINUTE_MS;
const SHORTEST_PROVIDER_DELAY_MS = 10_000;

export type RetryPolicy = DeliverySettings['retries'];

/**
 * A receiver that says "not now" (greylisting, a full mailbox) gets the long tail as well: 31 hours in all by default.
 * When to try again, in milliseconds from now, or null when the schedule is used up and the message is to be parked.
 * `retryCount` is how many retries there were already; the provider's own "try again in" goes before our schedule.
 */
export function nextRetryMs(
  { faultMinutes, deferralMinutes }: RetryPolicy,
  retryCount: number,
  deferral: boolean,
  retryAfterMs?: number,
): number | null {
  const schedule = deferral ? [...faultMinutes, ...deferralMinutes] : faultMinutes;
  const minutes = schedule[retryCount];
  if (minutes === undefined) return null;
  if (retryAfterMs !== undefined)
    return Math.min(Math.max(retryAfterMs, SHORTEST_PROVIDER_DELAY_MS), LONGEST_PROVIDER_DELAY_MS);
  return minutes * MINUTE_MS;
}
