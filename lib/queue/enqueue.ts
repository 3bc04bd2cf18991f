import { sql } from 'drizzle-orm';
import { sql as statement, type Transaction } from '@/lib/database/db';
import { JOB_MAX_ATTEMPTS, type TaskName, type TaskPayloads } from './tasks';

/** A job that exists if and only if the transaction commits. Asked for again while it waits, it stays one. */
export async function enqueue<Name extends TaskName>(
  tx: Pick<Transaction, 'execute'>,
  task: Name,
  payload: TaskPayloads[Name],
  key: string,
  delaySeconds = 0,
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, run_at := now() + make_interval(secs => ${delaySeconds}), max_attempts := 3, job_key := ${`${task} ${key}`})`);
}

/** The same for a task that takes nothing, as an expression of the statement that makes work for it. */
export function addJob(task: TaskName, delaySeconds = 0) {
  return statement()`graphile_worker.add_job(${task}, '{}'::json, run_at := now() + make_interval(secs => ${delaySeconds}), max_attempts := 3, job_key := ${task})`;
}

/** Several of one task, each with what it carries, as the query of a statement that makes work for them. */
export function addJobs<Name extends TaskName>(
  task: Name,
  jobs: { payload: TaskPayloads[Name]; key: string; delayMs: number }[],
) {
  return statement()`
    select graphile_worker.add_job(${task}, (job->'payload')::json, run_at := now() + make_interval(secs => (job->>'delayMs')::int / 1000.0),
      max_attempts := ${JOB_MAX_ATTEMPTS}, job_key := ${task} || ' ' || (job->>'key'))
    from jsonb_array_elements(${statement().json(jobs as never)}::jsonb) as job`;
}
