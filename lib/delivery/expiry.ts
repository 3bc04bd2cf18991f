import type { Decision } from './next-state';

type Dated = { expiresAt: Date | null };

/** A late message would be worse than none. */
export function hasExpired({ expiresAt }: Dated): boolean {
  return expiresAt !== null && expiresAt.getTime() <= Date.now();
}

/** Jobs start up to a second early. */
const EARLY_MS = 1_000;

/** Whatever a message waits for, at its deadline it is taken up at the latest, to be ended. */
export function untilDeadline(decision: Decision, { expiresAt }: Dated): Decision {
  if (decision.retryMs === null || !expiresAt) return decision;
  const leftMs = Math.max(0, expiresAt.getTime() - Date.now()) + EARLY_MS;
  return { ...decision, retryMs: Math.min(decision.retryMs, leftMs) };
}
