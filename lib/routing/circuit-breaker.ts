import type { RoutingProvider } from './types';

/** As stored: `openUntil` null is closed, in the past half-open; `probeUntil` in the future: somebody is probing. */
export type BreakerFacts = { openUntil: Date | null; probeUntil: Date | null };

export type BreakerState = RoutingProvider['breaker'];

export function breakerState({ openUntil, probeUntil }: BreakerFacts, now: Date): BreakerState {
  if (!openUntil) return 'closed';
  if (now < openUntil) return 'open';
  return probeUntil && now < probeUntil ? 'probing' : 'half_open';
}
