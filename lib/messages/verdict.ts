import type { StoredOutcome } from '@/drizzle/schema/attempts';

/** How an attempt counts for its provider: did somebody get the message, and was it the provider that failed? */
export type Verdict = { sent: boolean; faulty: boolean };

/** Null: our own worker died over it, which says nothing about the provider. A refused address or content is no fault of it either. */
export function judge(outcomes: StoredOutcome[]): Verdict | null {
  if (outcomes.some((outcome) => outcome.code === 'interrupted')) return null;
  return {
    sent: outcomes.some((outcome) => outcome.outcome === 'accepted'),
    faulty: outcomes.some((outcome) => outcome.fault === 'provider' || outcome.outcome === 'unknown'),
  };
}
