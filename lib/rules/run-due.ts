import { sql } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { nextRun } from './clock';
import { fireRule } from './fire';
import { readRules } from './rows';
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
    // Whoever moves its time has it.
    const taken = await sql()`
      update rules set next_run_at = ${next} where id = ${id} and next_run_at = ${plannedAt} returning id`;
    if (taken.length === 0) continue;
    ran++;
    if (now.getTime() - plannedAt.getTime() > GRACE_MS) await note(id, plannedAt, now, 'missed', null);
    else
      await fireRule(rule.row, rule.fields, { plannedAt, now, by: 'schedule' }).catch(
        async (error: unknown) => {
          log.error('a rule failed', { id, error: errorMessage(error) });
          await note(id, plannedAt, now, 'failed', errorMessage(error).slice(0, 200));
        },
      );
  }
  await tellWaiting();
  return ran;
}

async function note(
  ruleId: string,
  plannedAt: Date,
  now: Date,
  state: 'missed' | 'failed',
  detail: string | null,
) {
  await sql()`
    insert into rule_runs (id, rule_id, planned_at, at, state, by, matched, fired, detail)
    values (${newId()}, ${ruleId}, ${plannedAt}, ${now}, ${state}, 'schedule', 0, 0, ${detail})`;
}
