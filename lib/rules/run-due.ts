import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';
import { errorMessage } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { nextRun } from './clock';
import { fireRule } from './fire';
import { type Found, readRules } from './rows';
import { tellWaiting } from './tell';

/** What was to run longer ago than this is not made up for: nobody wants the reminder of yesterday morning tonight. */
const GRACE_MS = 6 * 60 * 60_000;

/** The rules whose time has come, each once however long nobody looked; then who is to be told. @returns how many ran */
export async function runDueRules(now = new Date()): Promise<number> {
  const due = await sql()<{ id: string; plannedAt: Date }[]>`
    select id, next_run_at as "plannedAt" from rules where next_run_at <= ${now} order by next_run_at limit 500`;
  let ran = 0;
  for (const { id, plannedAt } of due) {
    const [rule] = await readRules([id]);
    if (!rule) continue;
    const next = nextRun(rule.row.cron, rule.row.timeZone, now);
    if (await runOne(rule, { plannedAt, now, next })) ran++;
  }
  await tellWaiting();
  return ran;
}

type Planned = { plannedAt: Date; now: Date; next: Date | null };

/** One that ends in the middle is still due: whoever looks next runs it. */
async function runOne({ row, fields }: Found, { plannedAt, now, next }: Planned): Promise<boolean> {
  const { id } = row;
  if (now.getTime() - plannedAt.getTime() > GRACE_MS)
    return giveUp(id, { plannedAt, now, next }, 'missed', null);
  try {
    return (await fireRule(row, fields, { plannedAt, now, by: 'schedule', next })) !== null;
  } catch (error) {
    log.error('a rule failed', { id, error: errorMessage(error) });
    if (isConnectionError(error)) return false;
    return giveUp(id, { plannedAt, now, next }, 'failed', errorMessage(error).slice(0, 200));
  }
}

/** Noted by whoever moves its time. */
async function giveUp(
  id: string,
  { plannedAt, now, next }: Planned,
  state: 'missed' | 'failed',
  detail: string | null,
): Promise<boolean> {
  const noted = await sql()`
    with moved as (update rules set next_run_at = ${next} where id = ${id} and next_run_at = ${plannedAt} returning id)
    insert into rule_runs (id, rule_id, planned_at, at, state, by, matched, fired, detail)
    select ${newId()}, id, ${plannedAt}, ${now}, ${state}, 'schedule', 0, 0, ${detail} from moved returning id`;
  return noted.length > 0;
}
