import { sql } from 'drizzle-orm';
import { sql as statement, type Transaction } from '@/lib/database/db';
import type { TaskName, TaskPayloads } from './tasks';

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
