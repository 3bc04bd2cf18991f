import { randomInt } from 'node:crypto';
import { NO_PROVIDER } from '@/drizzle/schema/delivery';
import { sql } from '@/lib/database/db';

/** The figures of a minute are spread over this many rows, of which each statement takes the next: workers do not wait for each other. */
const SLOTS = 8;
let slot = randomInt(SLOTS);

function nextSlot(): number {
  slot = (slot + 1) % SLOTS;
  return slot;
}

/**
 * Common table expressions of the statement that settles deliveries: they count what it finished, exactly once, since they count
 * the rows it has changed. `attempts` names one with provider_id, category, sent, failed, faulty, slow, failed_over, duration_ms,
 * cost_micros and recipients; `moved` one with provider_id, category, status and due_at; `failovers` one with from_id, to_id and extra_cost_micros.
 * Rows are written in the order of their keys: statements that meet must not wait for each other in a circle.
 */
export function countDeliveries(source: { attempts: string; moved: string; failovers: string }) {
  return sql()`
    counted as (
      insert into delivery_minutes as d (
        minute, provider_id, category, slot, attempts_sent, attempts_failed, attempts_faulty, attempts_slow, duration_ms_sum,
        cost_micros, failovers, recipients_sent, messages_sent, messages_failed, messages_parked, last_used_at)
      select date_trunc('minute', now()), provider_id, category, ${nextSlot()}::smallint, sum(sent), sum(failed), sum(faulty), sum(slow),
        sum(duration_ms), sum(cost_micros), sum(failed_over), sum(recipients), sum(messages_sent), sum(messages_failed), sum(messages_parked), now()
      from (
        select provider_id, category, sent::int, failed::int, faulty::int, (slow and (sent or failed))::int as slow, failed_over::int,
          case when sent or failed then duration_ms else 0 end as duration_ms, cost_micros, recipients, 0 as messages_sent, 0 as messages_failed, 0 as messages_parked
        from ${sql()(source.attempts)}
        union all
        select coalesce(provider_id, ${NO_PROVIDER}), category, 0, 0, 0, 0, 0, 0, 0, 0,
          (status = 'sent')::int, (status in ('failed', 'bounced'))::int, (status in ('parked', 'uncertain'))::int
        from ${sql()(source.moved)} where due_at is null
      ) figures
      group by provider_id, category order by provider_id, category
      on conflict (minute, provider_id, category, slot) do update
        set attempts_sent = d.attempts_sent + excluded.attempts_sent,
            attempts_failed = d.attempts_failed + excluded.attempts_failed,
            attempts_faulty = d.attempts_faulty + excluded.attempts_faulty,
            attempts_slow = d.attempts_slow + excluded.attempts_slow,
            duration_ms_sum = d.duration_ms_sum + excluded.duration_ms_sum,
            cost_micros = d.cost_micros + excluded.cost_micros,
            failovers = d.failovers + excluded.failovers,
            recipients_sent = d.recipients_sent + excluded.recipients_sent,
            messages_sent = d.messages_sent + excluded.messages_sent,
            messages_failed = d.messages_failed + excluded.messages_failed,
            messages_parked = d.messages_parked + excluded.messages_parked,
            last_used_at = excluded.last_used_at
    ),
    announced as (
      insert into failover_hours as f (hour, from_id, to_id, failovers, extra_cost_micros)
      select date_trunc('hour', now(), 'utc'), from_id, to_id, count(*), sum(extra_cost_micros)
      from ${sql()(source.failovers)} group by from_id, to_id order by from_id, to_id
      on conflict (hour, from_id, to_id) do update
        set failovers = f.failovers + excluded.failovers,
            extra_cost_micros = f.extra_cost_micros + excluded.extra_cost_micros
    )`;
}
