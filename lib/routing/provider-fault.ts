/** What a provider said of one recipient, as far as it counts for the provider itself. */
type Outcome = { outcome: string; fault?: string; quota?: boolean; code?: string; [more: string]: unknown };

/**
 * How an attempt counts for its provider: did somebody get the message, did a sandbox keep it, was it tried in earnest and nobody got it, and
 * was it the provider that failed? None of the first three: it was put off, and is in no figure, though the provider has shown that it answers.
 */
export type Verdict = { sent: boolean; captured: boolean; failed: boolean; faulty: boolean };

/** The key of a domain could not be opened, so that nothing was sent. */
export const NO_SIGNATURE = 'no_signature';

/** It was not the provider that decided: our worker died over it, the adapter saw a part that it cannot carry, a key was missing, or a drill played it. */
export const OUR_OWN = ['interrupted', 'unsupported', 'drill', NO_SIGNATURE];

/** Null: says nothing about the provider. A refused address or content is no fault of it either. */
export function judge(outcomes: Outcome[]): Verdict | null {
  if (outcomes.some((outcome) => OUR_OWN.includes(outcome.code ?? ''))) return null;
  const has = (word: string) => outcomes.some(({ outcome }) => outcome === word);
  const sent = has('accepted');
  const captured = !sent && has('captured');
  const failed = !sent && !captured && !outcomes.every(isPutOff);
  return { sent, captured, failed, faulty: outcomes.some(isFault) };
}

/** Too fast, more than its limit or nothing that it takes: the same message goes out later or elsewhere, and nothing has failed. */
function isPutOff({ fault, quota }: Outcome): boolean {
  return fault === 'throttled' || fault === 'cannot_carry' || quota === true;
}

/** A limit that is used up is no illness, nor is a pace that was too fast or a message that it cannot carry: the server is there and answers. */
function isFault({ fault, outcome, quota }: Outcome): boolean {
  return (fault === 'provider' && !quota) || outcome === 'unknown';
}
