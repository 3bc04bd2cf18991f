import { TOOK_COLUMNS, WAITED_COLUMNS } from '@/drizzle/latency';
import { sql } from '@/lib/database/db';
import { RESPONSES, type Response } from '@/lib/metrics/response-names';
import { RESPONSE_COLUMNS } from '@/lib/metrics/responses';
import type { Figures } from '@/lib/metrics/schema';
import { fromMicros } from '@/lib/money';
import { tookPercentiles, waitedPercentiles } from './percentiles';

const summed = (columns: string[]) => `array[${columns.map((column) => `sum(${column})`)}]::float8[]`;

/** The columns of a statement over `deliveryFigures` that make `Sums`, but for what became of messages. */
export const sumColumns = () => sql()`
  sum(messages_sent)::float8 as sent, sum(messages_partly)::float8 as partly, sum(messages_captured)::float8 as captured, sum(messages_failed)::float8 as failed, sum(messages_parked)::float8 as parked,
  sum(attempts_sent + attempts_captured + attempts_failed)::float8 as attempts, sum(attempts_faulty)::float8 as faulty, sum(attempts_slow)::float8 as slow,
  sum(failovers)::float8 as failovers, sum(duration_ms_sum)::float8 as "durationMs", sum(cost_micros)::float8 as "costMicros", sum(recipients_sent)::float8 as recipients,
  ${sql().unsafe(summed(TOOK_COLUMNS))} as took, ${sql().unsafe(summed(WAITED_COLUMNS))} as waited`;

/** The same over `response_counts`. */
export const responseColumns = () =>
  sql().unsafe(RESPONSES.map((name, n) => `sum(${RESPONSE_COLUMNS[n]})::float8 as "${name}"`).join(', '));

const COUNTED = [
  'sent',
  'partly',
  'captured',
  'failed',
  'parked',
  'attempts',
  'faulty',
  'slow',
  'failovers',
  'durationMs',
  'costMicros',
  'recipients',
  ...RESPONSES,
] as const;

export type Sums = Record<(typeof COUNTED)[number] | Response, number> & { took: number[]; waited: number[] };

export const NOTHING: Sums = {
  ...(Object.fromEntries(COUNTED.map((name) => [name, 0])) as Record<(typeof COUNTED)[number], number>),
  took: TOOK_COLUMNS.map(() => 0),
  waited: WAITED_COLUMNS.map(() => 0),
};

/** What is missing of `sums` is 0. */
export function add(total: Sums, sums: Partial<Sums>): Sums {
  const numbers = COUNTED.map((name) => [name, total[name] + (sums[name] ?? 0)]);
  const each = (name: 'took' | 'waited') => total[name].map((value, n) => value + (sums[name]?.[n] ?? 0));
  return { ...(Object.fromEntries(numbers) as Sums), took: each('took'), waited: each('waited') };
}

export function viewFigures({ durationMs, costMicros, recipients: _, took, waited, ...sums }: Sums): Figures {
  const { attempts, faulty, sent, failed } = sums;
  const rested = sent + failed;
  return {
    ...sums,
    averageMs: attempts > 0 ? Math.round(durationMs / attempts) : null,
    successRate: attempts > 0 ? (attempts - faulty) / attempts : null,
    cost: fromMicros(costMicros),
    took: tookPercentiles(took),
    waited: waitedPercentiles(waited),
    rates: {
      delivery: share(Math.max(0, sent - sums.returned), rested),
      bounce: share(sums.bounced, rested),
      complaint: share(sums.complained, sent),
      open: share(sums.opened, sent),
      click: share(sums.clicked, sent),
    },
  };
}

/** What became of messages counts when they were accepted, the rest when they came to rest: at the edge of a range one may be more. */
function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.min(1, part / whole) : null;
}
