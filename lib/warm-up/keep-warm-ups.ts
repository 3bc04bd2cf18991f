import { eq } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { type StoredWarmUpDay, warmUps } from '@/drizzle/schema/warm-ups';
import { forgetWarmUps } from '@/lib/capacity/warm-ups';
import { db, sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import { allowanceOn, judgeDay } from '@/lib/routing/warm-up';
import { windowAt } from '@/lib/routing/windows';
import { dateOf } from './date-of';

const MOST_DAYS = 180;

/** Each minute: whoever has a new day is judged by the one that ended, once. */
export async function keepWarmUps(now: Date): Promise<void> {
  const rows = await db()
    .select({ warmUp: warmUps, timeZone: providers.timeZone })
    .from(warmUps)
    .innerJoin(providers, eq(providers.id, warmUps.providerId))
    .where(eq(warmUps.state, 'running'));
  for (const { warmUp, timeZone } of rows)
    if (warmUp.today < dateOf(now, timeZone))
      await turnDay(warmUp, timeZone, now).catch((error: unknown) =>
        log.error('a warm-up could not go on', { warmUp: warmUp.id, error }),
      );
}

/** The day that it stood at may lie some days back where no worker ran: what was not sent then leads nowhere on. */
async function turnDay(row: typeof warmUps.$inferSelect, timeZone: string | null, now: Date): Promise<void> {
  const { id, plan, day, allowance, today } = row;
  const yesterday = windowAt('day', new Date(`${today}T12:00:00Z`), timeZone);
  const told = await countDay(row, yesterday);
  const { day: next, move, reason } = judgeDay(plan, { day, ...told });
  const entry: StoredWarmUpDay = { date: today, day, allowance, ...told, move, reason };
  await sql()`
    update warm_ups set day = ${next}, allowance = ${allowanceOn(plan, next) ?? allowance}, today = ${dateOf(now, timeZone)},
      state = ${move === 'finish' ? 'finished' : 'running'}, updated_at = now(),
      history = (select coalesce(jsonb_agg(e order by n desc), '[]') from (
        select e, n from jsonb_array_elements(history || ${sql().json([entry])}) with ordinality as all_days (e, n)
        order by n desc limit ${MOST_DAYS}) kept)
    where id = ${id} and today = ${today}`;
  forgetWarmUps();
}

type Told = Pick<StoredWarmUpDay, 'sent' | 'bounced' | 'deferred' | 'complained'>;

/** What became of the provider's recipients that day, as it said itself and as was told later. Once a day, so it may take its time. */
async function countDay(
  { providerId, domain }: Pick<typeof warmUps.$inferSelect, 'providerId' | 'domain'>,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Told> {
  const isOfDomain = domain
    ? sql()`and exists (select from messages m where m.id = told.message_id and lower(split_part(m.sender, '@', 2)) = ${domain})`
    : sql()``;
  const [asked] = await sql()<Omit<Told, 'complained'>[]>`
    select count(*) filter (where o->>'outcome' = 'accepted')::int as sent,
      count(*) filter (where o->>'fault' = 'recipient' and (o->>'permanent')::boolean)::int as bounced,
      count(*) filter (where o->>'fault' = 'throttled' or o->>'fault' = 'recipient' and not coalesce((o->>'permanent')::boolean, false))::int
        as deferred
    from attempts told, jsonb_array_elements(told.outcomes) o
    where told.provider_id = ${providerId} and told.started_at >= ${startsAt} and told.started_at < ${endsAt} ${isOfDomain}`;
  const [later] = await sql()<{ bounced: number; complained: number }[]>`
    select count(*) filter (where told.type = 'bounced')::int as bounced, count(*) filter (where told.type = 'complained')::int as complained
    from events told
    where told.provider_id = ${providerId} and told.type in ('bounced', 'complained') and told.at >= ${startsAt} and told.at < ${endsAt}
      ${isOfDomain}`;
  const { sent = 0, bounced = 0, deferred = 0 } = asked ?? {};
  // A reply that bounced a recipient has its event as well: the larger of the two holds all.
  return {
    sent,
    bounced: Math.max(bounced, later?.bounced ?? 0),
    deferred,
    complained: later?.complained ?? 0,
  };
}
