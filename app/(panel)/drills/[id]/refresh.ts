import type { DrillDetail } from '@/lib/drills/schema';

const RUNNING_MS = 2_000;
const RECOVERING_MS = 5_000;
/** As long as the report looks for a recovery. */
const RECOVERY_LIMIT_MS = 60 * 60_000;

/** How often to look again: while it runs, and until the provider is back and nothing is under way any more. */
export function refreshMs(drill: DrillDetail | undefined, now: number): number | false {
  if (!drill) return false;
  if (drill.running) return RUNNING_MS;
  if (now - new Date(drill.endsAt).getTime() > RECOVERY_LIMIT_MS) return false;
  const { recoveredAt, outcome, tests } = drill.report;
  const quiet = recoveredAt !== null && outcome.waiting === 0 && outcome.parked === 0;
  return quiet && tests.sent + tests.captured >= tests.accepted ? false : RECOVERING_MS;
}
