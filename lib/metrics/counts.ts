import { TOOK_COLUMNS, TOOK_MS, WAITED_COLUMNS, WAITED_S } from '@/drizzle/latency';

/** What is counted, in every table of figures; all of it adds up. */
export const COUNTS: readonly string[] = [
  'attempts_sent',
  'attempts_captured',
  'attempts_failed',
  'attempts_faulty',
  'attempts_slow',
  'duration_ms_sum',
  'cost_micros',
  'failovers',
  'recipients_sent',
  'messages_sent',
  'messages_partly',
  'messages_captured',
  'messages_failed',
  'messages_parked',
  ...TOOK_COLUMNS,
  ...WAITED_COLUMNS,
];

export const COUNT_COLUMNS = COUNTS.join(', ');
export const COUNT_SUMS = COUNTS.map((count) => `sum(${count}) as ${count}`).join(', ');
/** What is added to what stands there, of a table called `known`. */
export const addExcluded = (known: string) =>
  COUNTS.map((count) => `${count} = ${known}.${count} + excluded.${count}`).join(', ');
export const COUNTS_FROM_EXCLUDED = COUNTS.map((count) => `${count} = excluded.${count}`).join(', ');

/** A row of counts as expressions; what is not named is 0. */
export function countsOf(counts: Record<string, string>): string {
  return COUNTS.map((count) => `${counts[count] ?? '0'} as ${count}`).join(', ');
}

/** Taken by whoever folds or rebuilds figures, for as long as its transaction lasts. */
export const FIGURES_LOCK = 7_355_611;

/** Expressions: 1 in the bucket that `ms`, an expression, falls into, of rows for which `counted` holds. */
export function tookBuckets(counted: string, ms: string): Record<string, string> {
  return buckets(TOOK_COLUMNS, TOOK_MS, counted, ms);
}

export function waitedBuckets(counted: string, seconds: string): Record<string, string> {
  return buckets(WAITED_COLUMNS, WAITED_S, counted, seconds);
}

function buckets(columns: string[], bounds: readonly number[], counted: string, value: string) {
  return Object.fromEntries(
    columns.map((column, n) => {
      const above = n > 0 ? `and ${value} > ${bounds[n - 1]}` : '';
      const upTo = n < bounds.length ? `and ${value} <= ${bounds[n]}` : '';
      return [column, `(${counted} ${above} ${upTo})::int`];
    }),
  );
}
