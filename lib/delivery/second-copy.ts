import type { Work } from './handling';
import { type Decision, mayRepeatUncertain } from './next-state';

const MINUTE_MS = 60_000;
const SHORTLY_AFTER_MS = 1_000;

/**
 * A provider that may have the message already, and then stays out of service, keeps it from all others only for so long: a receipt twice
 * beats a receipt never. By setting, and only where the category allows a repetition at all.
 */
export function mayBeSecondCopy(work: Work): boolean {
  const at = secondCopyAt(work);
  return at !== null && at <= Date.now() && isOutOfService(work);
}

/** Whatever it waits for, it is taken up when that time is over. */
export function beforeSecondCopy(work: Work, decision: Decision): Decision {
  const at = secondCopyAt(work);
  if (at === null || decision.retryMs === null) return decision;
  const untilMs = at - Date.now();
  if (untilMs <= 0 || untilMs >= decision.retryMs) return decision;
  return { ...decision, retryMs: untilMs + SHORTLY_AFTER_MS };
}

function secondCopyAt({ message, settings, doubt }: Work): number | null {
  const { retries } = settings;
  if (!doubt || retries.secondCopyAfterMinutes === 0) return null;
  if (!mayRepeatUncertain(message.category, retries)) return null;
  return doubt.at.getTime() + retries.secondCopyAfterMinutes * MINUTE_MS;
}

/** It cannot be asked: it is paused, gone, at rest or cannot be used. One that answers, however badly, is asked itself. */
function isOutOfService({ facts, doubt }: Work): boolean {
  const state = facts.find(({ id }) => id === doubt?.providerId);
  return !state?.active || state.misconfigured || state.breaker === 'open' || state.breaker === 'probing';
}
