const MINUTE_MS = 60_000;
/** As GOV.UK Notify does it: alphagov/notifications-api, provider_details_dao.py. */
const AFTER_ERRORS_MS = MINUTE_MS;
const AFTER_SLOWNESS_MS = 5 * MINUTE_MS;
const QUIET_MS = 15 * MINUTE_MS;
const DRIFT_MS = 5 * MINUTE_MS;

export type HealingSettings = {
  enabled: boolean;
  errorsPerMinute: number;
  slowPercent: number;
  stepPercent: number;
};

export type HealingFacts = {
  /** Share of its weight that it gets now, 0–100; it rests at 100. */
  percent: number;
  /** `raised`: that change gave some of it back. */
  lastChange: { at: Date; raised: boolean } | null;
  errorsLastMinute: number;
  /** Share of the last 15 minutes' messages that took too long, 0–1; null: there were none. */
  slowShare: number | null;
  /** Every provider is slow: it is not this one's fault. */
  allSlow: boolean;
};

export type HealingReason = 'errors' | 'slow' | 'recovery' | 'switched_off';

/** The next step of a weight, or null where it stays. Whoever loses weight passes traffic to its equals; quiet brings it back. */
export function healWeight(
  facts: HealingFacts,
  settings: HealingSettings,
  now: Date,
): { percent: number; reason: HealingReason } | null {
  const { percent, lastChange } = facts;
  if (!settings.enabled) return percent === 100 ? null : { percent: 100, reason: 'switched_off' };
  const unchangedMs = lastChange ? now.getTime() - lastChange.at.getTime() : Number.POSITIVE_INFINITY;
  const reason = grievance(facts, settings, unchangedMs);
  if (reason) return percent === 0 ? null : { percent: Math.max(0, percent - settings.stepPercent), reason };
  const rested = unchangedMs >= (lastChange?.raised ? DRIFT_MS : QUIET_MS);
  return percent === 100 || !rested
    ? null
    : { percent: Math.min(100, percent + settings.stepPercent), reason: 'recovery' };
}

function grievance(
  { errorsLastMinute, slowShare, allSlow }: HealingFacts,
  settings: HealingSettings,
  unchangedMs: number,
): HealingReason | null {
  if (errorsLastMinute > settings.errorsPerMinute && unchangedMs >= AFTER_ERRORS_MS) return 'errors';
  const slow = slowShare !== null && slowShare * 100 >= settings.slowPercent && !allSlow;
  return slow && unchangedMs >= AFTER_SLOWNESS_MS ? 'slow' : null;
}
