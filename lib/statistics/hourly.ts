import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { deliveryFigures } from '@/lib/metrics/figures';
import { HISTORY_HOURS } from '@/lib/metrics/outlook';

const HOUR_MS = 3_600_000;

type Row = { providerId: string; hour: number; messages: number; recipients: number; costMicros: number };
export type Counted = 'messages' | 'recipients' | 'costMicros';

/** The last weeks hour by hour, and what there is of the present hour, which begins at `until`. */
export type Hourly = { until: Date; rows: Row[] };

/** Cost: the hours of four weeks, never messages. */
export async function readHourly(ctx: Pick<Context, 'companyId'>, now: Date): Promise<Hourly> {
  const until = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const from = new Date(until.getTime() - HISTORY_HOURS * HOUR_MS);
  const rows = await sql()<Row[]>`
    select provider_id as "providerId", floor(extract(epoch from at - ${from}::timestamptz) / 3600)::int as hour,
      sum(messages_sent + messages_failed)::float8 as messages, sum(recipients_sent)::float8 as recipients, sum(cost_micros)::float8 as "costMicros"
    from ${deliveryFigures({ from, hoursFrom: from })} figures
    where ${scopedSql(ctx)}
    group by 1, 2`;
  return { until, rows };
}

/** One number an hour that is over, of one provider or of all; null before the first that there is. */
export function historyOf({ rows }: Hourly, counted: Counted, providerId?: string): (number | null)[] {
  const own = providerId === undefined ? rows : rows.filter((row) => row.providerId === providerId);
  const first = own.reduce((least, { hour }) => Math.min(least, hour), HISTORY_HOURS);
  const history = Array.from(
    { length: HISTORY_HOURS },
    (_, hour) => (hour < first ? null : 0) as number | null,
  );
  for (const { hour, [counted]: count } of own)
    if (hour < HISTORY_HOURS) history[hour] = (history[hour] ?? 0) + count;
  return history;
}

/** So far, of the hours that begin from `from` on and before `to`. */
export function countBetween({ rows, until }: Hourly, from: Date, to: Date, providerId?: string): number {
  const hourOf = (moment: Date) => HISTORY_HOURS + (moment.getTime() - until.getTime()) / HOUR_MS;
  return rows
    .filter((row) => providerId === undefined || row.providerId === providerId)
    .filter(({ hour }) => hour >= hourOf(from) && hour < hourOf(to))
    .reduce((sum, { messages }) => sum + messages, 0);
}
