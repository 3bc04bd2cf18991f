import { URGENT } from '@/lib/queue/priority';
import { effectiveFor } from '@/lib/settings/effective';
import type { Work } from './handling';
import { type Decision, mayRepeatUncertain } from './next-state';

const MINUTE_MS = 60_000;
const SHORTLY_AFTER_MS = 1_000;

/**
 * A provider that may have the message already, and then stays out of service, keeps it from all others only for so long: a receipt twice
 * beats a receipt never. The same after the last try that its schedule has. By setting, and only where the category allows a repetition at all.
 */
export function mayBeSecondCopy(work: Work): boolean {
  const at = secondCopyAt(work);
  return at !== null && at <= Date.now() && (isOutOfService(work) || isLastTry(work));
}

/** Whatever it waits for, and be it nothing any more, it is taken up when that time is over. */
export function beforeSecondCopy(work: Work, decision: Decision): Decision {
  const at = secondCopyAt(work);
  const untilMs = at === null ? 0 : at - Date.now();
  if (untilMs <= 0) return decision;
  const soon = { ...decision, retryMs: untilMs + SHORTLY_AFTER_MS };
  if (decision.retryMs === null)
    return decision.status === 'uncertain' ? { ...soon, status: 'retrying' } : decision;
  return untilMs < decision.retryMs ? soon : decision;
}

function secondCopyAt({ message, settings, doubt }: Work): number | null {
  const { retries } = settings;
  if (!doubt || retries.secondCopyAfterMinutes === 0) return null;
  if (!mayRepeatUncertain(message.category, retries)) return null;
  return doubt.at.getTime() + waitOf(settings);
}

/**
 * It cannot be asked: it is paused, gone, at rest or cannot be used, or will have no room for as long again. One that answers, however badly, is
 * asked itself.
 */
function isOutOfService({ facts, doubt, message, settings }: Work): boolean {
  const state = facts.find(({ id }) => id === doubt?.providerId);
  if (!state?.active || state.misconfigured) return true;
  if (state.breaker === 'open' || state.breaker === 'probing') return true;
  const full = message.priority === URGENT ? state.fullFor.urgent : state.fullFor.others;
  const freeAt = Math.max(full?.until.getTime() ?? 0, state.pace.pausedUntil?.getTime() ?? 0);
  return freeAt - Date.now() >= waitOf(settings);
}

/** Nothing comes after it: whoever it is pinned to had all of its tries. */
function isLastTry({ message, settings, providers, doubt }: Work): boolean {
  const provider = providers.find(({ row }) => row.id === doubt?.providerId);
  const { retries } = effectiveFor(settings, provider?.row.overrides ?? {});
  return message.retryCount >= retries.faultMinutes.length;
}

function waitOf({ retries }: Work['settings']): number {
  return retries.secondCopyAfterMinutes * MINUTE_MS;
}
