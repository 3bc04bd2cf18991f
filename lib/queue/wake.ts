import { sql } from '@/lib/database/db';
import { IDS_PER_JOB, JOB_MAX_ATTEMPTS } from './tasks';

/**
 * The one way to enqueue: common table expressions, to stand in the statement that makes messages due, so that rows and jobs commit
 * together. `source` is an expression of that statement with id, priority and due_at. PostgreSQL skips what nobody reads:
 * the statement must select `woken.jobs`.
 */
export function wakeUp(source: string) {
  return sql()`
    chunked as (
      select id, priority, due_at, date_trunc('second', due_at) as second,
        (row_number() over (partition by priority, date_trunc('second', due_at) order by id) - 1) / ${IDS_PER_JOB} as chunk
      from ${sql()(source)}
    ),
    -- As early as its first message: the claim takes those due within the same second along. A microsecond apart, as jobs of one moment run in
    -- any order, and those who waited together must not pass each other.
    grouped as (
      select priority, min(due_at) + chunk * interval '1 microsecond' as run_at, json_build_object('ids', json_agg(id)) as payload
      from chunked group by priority, second, chunk
    ),
    woken as (
      select count(graphile_worker.add_job(
        case when priority = 0 then 'deliver-urgent' else 'deliver' end, payload,
        run_at := run_at, max_attempts := ${JOB_MAX_ATTEMPTS}, priority := priority::int))::int as jobs
      from grouped
    )`;
}
