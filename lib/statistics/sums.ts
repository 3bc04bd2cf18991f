import { sql } from '@/lib/database/db';
import type { Figures } from '@/lib/metrics/schema';
import { fromMicros } from '@/lib/money';

/** The columns of a statement over `deliveryFigures` that make `Sums`. */
export const sumColumns = () => sql()`
  sum(messages_sent)::float8 as sent, sum(messages_partly)::float8 as partly, sum(messages_captured)::float8 as captured, sum(messages_failed)::float8 as failed, sum(messages_parked)::float8 as parked,
  sum(attempts_sent + attempts_captured + attempts_failed)::float8 as attempts, sum(attempts_faulty)::float8 as faulty, sum(attempts_slow)::float8 as slow,
  sum(failovers)::float8 as failovers, sum(duration_ms_sum)::float8 as "durationMs", sum(cost_micros)::float8 as "costMicros"`;

export type Sums = Record<
  | 'sent'
  | 'partly'
  | 'captured'
  | 'failed'
  | 'parked'
  | 'attempts'
  | 'faulty'
  | 'slow'
  | 'failovers'
  | 'durationMs'
  | 'costMicros',
  number
>;

export const NOTHING: Sums = {
  sent: 0,
  partly: 0,
  captured: 0,
  failed: 0,
  parked: 0,
  attempts: 0,
  faulty: 0,
  slow: 0,
  failovers: 0,
  durationMs: 0,
  costMicros: 0,
};

export function add(total: Sums, sums: Sums): Sums {
  const names = Object.keys(NOTHING) as (keyof Sums)[];
  return Object.fromEntries(names.map((name) => [name, total[name] + sums[name]])) as Sums;
}

export function viewFigures({ durationMs, costMicros, ...sums }: Sums): Figures {
  const { attempts, faulty } = sums;
  return {
    ...sums,
    averageMs: attempts > 0 ? Math.round(durationMs / attempts) : null,
    successRate: attempts > 0 ? (attempts - faulty) / attempts : null,
    cost: fromMicros(costMicros),
  };
}
