import { Cron } from 'croner';
import { Breath } from '@/lib/async/breath';
import { companyFilter, keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { dayIn } from './clock';
import { type Found, rulesOf } from './rows';
import type { ComingDay, ComingQuery, ComingRun } from './schema';

const DAY_MS = 24 * 60 * 60_000;
/** Of one rule: every five minutes for a week. What runs more often is told as far as that goes. */
const MOST_RUNS = 2_100;

/** What runs on each of the next days, by the clock of each rule: of one that runs often in a day the first time, and how often. */
export async function listComing(
  ctx: Context,
  { days, company }: ComingQuery,
  now = new Date(),
): Promise<{ data: ComingDay[] }> {
  const found = await rulesOf(await companyFilter(ctx, company));
  const until = new Date(now.getTime() + days * DAY_MS);
  const runs = [];
  for (const each of found) runs.push(...(await runsOf(each, now, until)));
  const byDay = Map.groupBy(
    runs.toSorted((a, b) => (a.run.at < b.run.at ? -1 : 1)),
    ({ day }) => day,
  );
  const data = [...byDay].map(([day, of]) => ({ day, runs: of.map(({ run }) => run) }));
  return { data: data.toSorted((a, b) => (a.day < b.day ? -1 : 1)) };
}

async function runsOf({ row }: Found, now: Date, until: Date): Promise<{ day: string; run: ComingRun }[]> {
  if (!row.active) return [];
  const { id, title, type, timeZone } = row;
  const cron = new Cron(row.cron, { timezone: timeZone, paused: true });
  const byDay = new Map<string, ComingRun>();
  const company = await keyOf(row.companyId);
  const breath = new Breath();
  let at = cron.nextRun(now);
  for (let count = 0; at && at <= until && count < MOST_RUNS; count++, at = cron.nextRun(at)) {
    await breath.take();
    const day = dayIn(timeZone, at);
    const known = byDay.get(day);
    if (known) known.times++;
    else
      byDay.set(day, {
        ...{ ruleId: id, title, type, at: at.toISOString(), timeZone, times: 1 },
        ...(company && { company }),
      });
  }
  return Array.from(byDay, ([day, run]) => ({ day, run }));
}
