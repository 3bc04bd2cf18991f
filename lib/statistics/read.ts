import { desc, sql as raw } from 'drizzle-orm';
import type { ProviderRow } from '@/drizzle/schema/providers';
import { providers } from '@/drizzle/schema/providers';
import { scoped, scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { GROUPS, type Group } from '@/lib/messages/waiting';
import { deliveryFigures } from '@/lib/metrics/figures';
import { readableRow } from '@/lib/providers/stored-fields';
import type { HourFigures } from './schema';

/** Where the present day and month began, for whoever reads. */
export type Since = { now: Date; today: Date; month: Date };

/** In the order in which they are tried. */
export async function readProviders(ctx: Context): Promise<ProviderRow[]> {
  const rows = await db()
    .select()
    .from(providers)
    .where(scoped(ctx, providers.companyId, 'shared'))
    .orderBy(desc(providers.active), desc(providers.priority), raw`lower(${providers.name})`);
  return rows.map(readableRow);
}

/** Sums of one provider; those of deliveries that no provider took part in have the id of none. */
export type ProviderSums = {
  id: string;
  sent: number;
  partly: number;
  captured: number;
  failed: number;
  parked: number;
  attemptsSent: number;
  attemptsCaptured: number;
  attempts: number;
  faulty: number;
  slow: number;
  failovers: number;
  durationMs: number;
  costMicros: number;
  monthAttemptsSent: number;
  monthAttemptsCaptured: number;
  monthCostMicros: number;
  /** Bills count recipients. */
  monthRecipientsSent: number;
};

/** Today and this month, by provider. */
export function readSums(ctx: Context, { now, today, month }: Since): Promise<ProviderSums[]> {
  const hoursFrom = new Date(Math.min(today.getTime(), now.getTime() - 24 * HOUR_MS));
  const sum = (column: string) =>
    sql()`coalesce(sum(${sql()(column)}) filter (where at >= ${today}), 0)::float8`;
  return sql()<ProviderSums[]>`
    select provider_id as id, ${sum('messages_sent')} as sent, ${sum('messages_partly')} as partly, ${sum('messages_captured')} as captured, ${sum('messages_failed')} as failed, ${sum('messages_parked')} as parked,
      ${sum('attempts_sent')} as "attemptsSent", ${sum('attempts_captured')} as "attemptsCaptured",
      ${sum('attempts_sent')} + ${sum('attempts_captured')} + ${sum('attempts_failed')} as attempts,
      ${sum('attempts_faulty')} as faulty, ${sum('attempts_slow')} as slow, ${sum('failovers')} as failovers,
      ${sum('duration_ms_sum')} as "durationMs", ${sum('cost_micros')} as "costMicros",
      sum(attempts_sent)::float8 as "monthAttemptsSent", sum(attempts_captured)::float8 as "monthAttemptsCaptured", sum(cost_micros)::float8 as "monthCostMicros",
      sum(recipients_sent)::float8 as "monthRecipientsSent"
    from ${deliveryFigures({ from: month, hoursFrom })} figures
    where ${scopedSql(ctx)}
    group by provider_id`;
}

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** Each of the last hours, also those in which nothing happened. Hours are those of UTC, as they are folded. */
export async function readHours(ctx: Context, now: Date): Promise<HourFigures[]> {
  const last = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const from = new Date(last - (HOURS - 1) * HOUR_MS);
  const rows = await sql()<(Omit<HourFigures, 'at'> & { at: Date })[]>`
    select date_trunc('hour', at, 'utc') as at, sum(messages_sent)::float8 as sent,
      sum(messages_captured)::float8 as captured, sum(messages_failed)::float8 as failed,
      sum(messages_parked)::float8 as parked
    from ${deliveryFigures({ from, hoursFrom: from })} figures
    where ${scopedSql(ctx)}
    group by 1`;
  const known = new Map(rows.map((row) => [row.at.getTime(), row]));
  return Array.from({ length: HOURS }, (_, index) => {
    const at = from.getTime() + index * HOUR_MS;
    const { sent = 0, captured = 0, failed = 0, parked = 0 } = known.get(at) ?? {};
    return { at: new Date(at).toISOString(), sent, captured, failed, parked };
  });
}

export type Failover = { fromId: string; toId: string; count: number; extraCostMicros: number };

/** Of the last 24 hours, most first. A range of the primary key, which begins with the hour. */
export function readFailovers(ctx: Context): Promise<Failover[]> {
  return sql()<Failover[]>`
    select from_id as "fromId", to_id as "toId", sum(failovers)::float8 as count, sum(extra_cost_micros)::float8 as "extraCostMicros"
    from failover_hours where hour > now() - interval '24 hours'
      and ${scopedSql(ctx)}
    group by from_id, to_id order by count desc`;
}

export type LastTest = { providerId: string; ok: boolean; cause: string | null; at: Date };

/** The newest of each, found by its index. */
export function readLastTests(): Promise<LastTest[]> {
  return sql()<LastTest[]>`
    select p.id as "providerId", t.ok, t.cause, t.created_at as at
    from providers p,
    lateral (select ok, cause, created_at from provider_tests where provider_id = p.id order by id desc limit 1) t`;
}

export type WindowUse = {
  providerId: string;
  unit: string;
  startsAt: Date;
  used: number;
  fullUntil: Date | null;
};

/** One row for each limit of each provider. */
export function readWindows(): Promise<WindowUse[]> {
  return sql()<WindowUse[]>`
    select owner_id as "providerId", unit, starts_at as "startsAt", used::float8, full_until as "fullUntil" from usage_windows`;
}

export type Undecided = {
  parked: number;
  uncertain: number;
  forRoom: number;
  /** When the first of those has room. */
  nextAt: Date | null;
  forBreaker: number;
};

/** Messages that wait for a person, for room, or for a provider that works. The index of rare states finds them. */
export async function readUndecided(ctx: Context): Promise<Undecided> {
  const is = (group: Group) => sql().unsafe(GROUPS[group]);
  const [row] = await sql()<[Undecided]>`
    select count(*) filter (where ${is('held')})::int as parked,
      count(*) filter (where status = 'uncertain')::int as uncertain,
      count(*) filter (where ${is('for_room')})::int as "forRoom",
      min(due_at) filter (where ${is('for_room')}) as "nextAt",
      count(*) filter (where ${is('for_provider')})::int as "forBreaker"
    from messages where status in ('parked', 'uncertain') and status not in ('sent', 'delivered') and ${scopedSql(ctx)}`;
  return row;
}
