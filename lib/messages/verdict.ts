import type { StoredOutcome } from '@/drizzle/schema/attempts';

/** How an attempt counts for its provider: did somebody get the message, and was it the provider that failed? */
export type Verdict = { sent: boolean; faulty: boolean };

/** It was not the provider that decided: our worker died over it, the adapter saw a part that it cannot carry, or a drill played it. */
export const OUR_OWN = ['interrupted', 'unsupported', 'drill'];

/** Null: says nothing about the provider. A refused address or content is no fault of it either. */
export function judge(outcomes: StoredOutcome[]): Verdict | null {
  if (outcomes.some((outcome) => OUR_OWN.includes(outcome.code ?? ''))) return null;
  return {
    sent: outcomes.some((outcome) => outcome.outcome === 'accepted'),
    faulty: outcomes.some(isFault),
  };
}

/** A limit that is used up is no illness, nor is a pace that was too fast or a message that it cannot carry: the server is there and answers. */
function isFault({ fault, outcome, quota }: StoredOutcome): boolean {
  return (fault === 'provider' && !quota) || outcome === 'unknown';
}
