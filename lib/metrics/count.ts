import { randomInt } from 'node:crypto';
import type { PendingQuery, Row } from 'postgres';
import { NO_COMPANY } from '@/drizzle/schema/delivery';
import { sql } from '@/lib/database/db';
import { addExcluded, COUNT_COLUMNS, COUNT_SUMS, countsOf, tookBuckets, waitedBuckets } from './counts';
import { DIMENSION_COLUMNS, NAMED } from './dimensions';

/** The figures of a minute are spread over this many rows, of which each statement takes the next: workers do not wait for each other. */
const SLOTS = 8;
let slot = randomInt(SLOTS);

export function nextSlot(): number {
  slot = (slot + 1) % SLOTS;
  return slot;
}

/** Attempts that somebody accepted, a sandbox kept, or nobody took; one that was only put off is neither, and how long it took says nothing. */
const OF_ATTEMPT = countsOf({
  attempts_sent: 'sent::int',
  attempts_captured: 'captured::int',
  attempts_failed: 'failed::int',
  attempts_faulty: 'faulty::int',
  attempts_slow: '(slow and (sent or captured or failed))::int',
  duration_ms_sum: 'case when sent or captured or failed then duration_ms else 0 end',
  cost_micros: 'cost_micros',
  failovers: 'failed_over::int',
  recipients_sent: 'recipients',
  ...tookBuckets('(sent or captured or failed)', 'duration_ms'),
});
/** As what a message came to rest. */
export const OF_MESSAGE_COUNTS = {
  messages_sent: "(status in ('sent', 'delivered'))::int",
  messages_partly: 'partly::int',
  messages_captured: "(status = 'captured')::int",
  messages_failed: "(status in ('failed', 'bounced') and not played)::int",
  messages_parked: "(status in ('parked', 'uncertain'))::int",
};
const OF_MESSAGE = countsOf({
  ...OF_MESSAGE_COUNTS,
  ...waitedBuckets("(status in ('sent', 'delivered'))", 'waited_s'),
});

/**
 * Common table expressions of the statement that settles deliveries: they count what it finished, exactly once, since they count
 * the rows it has changed. `attempts` and `moved` name one each with provider_id, channel, company_id, type and category; besides, `attempts`
 * has sent, captured, failed, faulty, slow, failed_over, duration_ms, cost_micros and recipients, `moved` status, partly, played, waited_s and due_at; `failovers` names one with
 * from_id, to_id, company_id and extra_cost_micros.
 * Rows are written in the order of their keys: statements that meet must not wait for each other in a circle.
 */
export function countDeliveries(source: { attempts: string; moved: string; failovers: string }) {
  return sql()`
    ${addToMinute(sql()`
      select ${sql().unsafe(NAMED)}, ${sql().unsafe(OF_ATTEMPT)} from ${sql()(source.attempts)}
      union all
      select ${sql().unsafe(NAMED)}, ${sql().unsafe(OF_MESSAGE)} from ${sql()(source.moved)} where due_at is null`)},
    announced as (
      insert into failover_hours as f (hour, from_id, to_id, company_id, failovers, extra_cost_micros)
      select date_trunc('hour', now(), 'utc'), from_id, to_id, coalesce(company_id, ${NO_COMPANY}), count(*), sum(extra_cost_micros)
      from ${sql()(source.failovers)} group by 2, 3, 4 order by 2, 3, 4
      on conflict (hour, from_id, to_id, company_id) do update
        set failovers = f.failovers + excluded.failovers,
            extra_cost_micros = f.extra_cost_micros + excluded.extra_cost_micros
    )`;
}

/** By how much those attempts cost more or less than was reckoned (`delta`): the figures of now are corrected by it. */
export function countPrices(attempts: string) {
  const counts = countsOf({ cost_micros: 'delta' });
  return sql()`
    counted as (
      insert into delivery_minutes as d (minute, ${sql().unsafe(DIMENSION_COLUMNS)}, slot, ${sql().unsafe(COUNT_COLUMNS)}, last_used_at)
      select date_trunc('minute', now()), ${sql().unsafe(DIMENSION_COLUMNS)}, ${nextSlot()}::smallint, ${sql().unsafe(COUNT_SUMS)}, max(finished_at)
      from (select ${sql().unsafe(NAMED)}, ${sql().unsafe(counts)}, finished_at from ${sql()(attempts)}) figures
      group by ${sql().unsafe(DIMENSION_COLUMNS)} order by ${sql().unsafe(DIMENSION_COLUMNS)}
      on conflict (minute, ${sql().unsafe(DIMENSION_COLUMNS)}, slot) do update
        set ${sql().unsafe(addExcluded('d'))}, last_used_at = greatest(d.last_used_at, excluded.last_used_at)
    )`;
}

/** The same of messages that came to rest without a delivery: `moved` as above, but only of those. */
export function countRests(moved: string) {
  return addToMinute(sql()`
    select ${sql().unsafe(NAMED)}, ${sql().unsafe(OF_MESSAGE)} from ${sql()(moved)} where due_at is null`);
}

function addToMinute(figures: PendingQuery<Row[]>) {
  return sql()`
    counted as (
      insert into delivery_minutes as d (minute, ${sql().unsafe(DIMENSION_COLUMNS)}, slot, ${sql().unsafe(COUNT_COLUMNS)}, last_used_at)
      select date_trunc('minute', now()), ${sql().unsafe(DIMENSION_COLUMNS)}, ${nextSlot()}::smallint, ${sql().unsafe(COUNT_SUMS)}, now()
      from (${figures}) figures
      group by ${sql().unsafe(DIMENSION_COLUMNS)} order by ${sql().unsafe(DIMENSION_COLUMNS)}
      on conflict (minute, ${sql().unsafe(DIMENSION_COLUMNS)}, slot) do update
        set ${sql().unsafe(addExcluded('d'))}, last_used_at = excluded.last_used_at
    )`;
}

/** An expression over a message's row `m` that has come to rest: how long after it was due, in seconds. */
export function waitedSeconds(m: string, at = `${m}.finished_at`): string {
  return `extract(epoch from ${at} - coalesce(${m}.scheduled_at, ${m}.accepted_at))`;
}
