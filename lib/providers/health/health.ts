import { sql } from '@/lib/database/db';
import { KNOWN_AFTER_SECONDS } from '@/lib/providers/cache';
import type { DeliverySettings } from '@/lib/settings/schema';

/** Another probe may start so long after the last sign of life of whoever sends this one: some beats. */
const PROBE_SECONDS = 20;
/** And so long after it began, whoever lives: it may have come to nothing that decides. */
const LONGEST_PROBE_MS = 120_000;

/**
 * The circuit breaker, as common table expressions of the statement that settles deliveries, so that it is as durable as they are.
 * `attempts` names one with id, provider_id and faulty. Closed: enough failures in a row open it. Open: results of sends that began
 * before change nothing. Half-open: the first result decides. While a provider is well this takes no lock at all.
 * A provider's own thresholds go before those of the settings.
 * A change leaves a row in the history, which takes its job along: an insert runs to its end whatever the statement reads. What waits
 * is released when every process knows that the breaker is closed: who does not would park it again.
 */
export function diagnose(attempts: string, { failures, openSeconds }: DeliverySettings['breaker']) {
  return sql()`
    results as (
      select provider_id, bool_or(not faulty) as worked, count(*) filter (where not worked_after) as failures
      from (
        select provider_id, faulty, bool_or(not faulty) over (partition by provider_id order by id desc) as worked_after
        from ${sql()(attempts)}
      ) in_order
      group by provider_id
    ),
    ailing as (
      select h.provider_id, h.open_until, h.probe_until,
        coalesce((p.overrides->'breaker'->>'failures')::int, ${failures}) as limit_failures,
        coalesce((p.overrides->'breaker'->>'openSeconds')::int, ${openSeconds}) as open_seconds,
        r.failures + case when r.worked then 0 else h.consecutive_failures end as failures
      from provider_health h join results r on r.provider_id = h.provider_id join providers p on p.id = h.provider_id
      where r.failures > 0 or h.consecutive_failures > 0 or h.open_until is not null
      -- In the order of their keys: statements that meet must not wait for each other in a circle.
      order by h.provider_id
      for update of h
    ),
    judgements as (
      select *, case
        when open_until is null then case when failures >= limit_failures then 'breaker_opened' end
        when open_until > now() and probe_until is null then null
        when failures > 0 then 'probe_failed'
        else 'breaker_closed'
      end as change
      from ailing
    ),
    diagnosed as (
      update provider_health h
      set consecutive_failures = j.failures,
          opened_at = case j.change when 'breaker_opened' then now() when 'breaker_closed' then null else h.opened_at end,
          open_until = case
            when j.change in ('breaker_opened', 'probe_failed') then now() + make_interval(secs => j.open_seconds)
            when j.change = 'breaker_closed' then null
            else h.open_until
          end,
          probe_until = case when j.change is null then h.probe_until end
      from judgements j where j.provider_id = h.provider_id
      returning h.provider_id, h.open_until, h.consecutive_failures, j.change
    ),
    chronicled as (
      insert into provider_changes (id, provider_id, type, detail, actor)
      select ${newRowId()}, provider_id, change, jsonb_build_object(
          'failures', consecutive_failures, 'until', open_until,
          'job', (graphile_worker.add_job(
            case when change = 'breaker_closed' then 'release' else 'probe' end,
            json_build_object('providerId', provider_id),
            run_at := coalesce(open_until, now() + make_interval(secs => ${KNOWN_AFTER_SECONDS})), max_attempts := 3, job_key := change || ' ' || provider_id)).id),
        'system'
      from diagnosed where change is not null
    )`;
}

/** A UUIDv7 as `newId` makes them, for rows that a statement makes by itself. */
function newRowId() {
  return sql()`(
    lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
    || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`;
}

/** Half-open: whoever gets true sends the probe; everybody else passes the provider over until it is decided. */
export async function takeProbe(providerId: string): Promise<boolean> {
  const { count } = await sql()`
    update provider_health
    set probe_until = now() + make_interval(secs => ${PROBE_SECONDS})
    where provider_id = ${providerId} and open_until <= now() and (probe_until is null or probe_until < now())`;
  if (count === 1) underWay.set(providerId, Date.now());
  return count === 1;
}

/** Provider → since when this process probes it. */
const underWay = new Map<string, number>();

/**
 * A worker died, and with it perhaps a probe: what waits would not be woken for a quarter of an hour. A check looks when the probe's time is
 * over, and does nothing where a living worker keeps it or it is decided.
 */
export async function lookAfterProbes(): Promise<void> {
  await sql()`
    select graphile_worker.add_job(
      'probe', json_build_object('providerId', provider_id, 'byCheck', true),
      run_at := probe_until + interval '1 second', max_attempts := 3, job_key := 'probe ' || provider_id || ' check')
    from provider_health where probe_until > now() and open_until <= now()`;
}

/** With each beat of a worker: what it probes, others leave to it. A worker that dies keeps a provider from nobody for longer than that. */
export async function keepProbes(now = Date.now()): Promise<void> {
  // One after the other: a statement that takes several rows could meet another one that takes them in another order.
  for (const [providerId, since] of underWay) {
    const isOver = now - since > LONGEST_PROBE_MS;
    const { count } = isOver
      ? { count: 0 }
      : await sql()`
          update provider_health set probe_until = now() + make_interval(secs => ${PROBE_SECONDS})
          where provider_id = ${providerId} and probe_until > now()`;
    if (count === 0) underWay.delete(providerId);
  }
}
