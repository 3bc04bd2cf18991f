import { sql } from '@/lib/database/db';
import type { TaskName } from './tasks';

/** `problem`: why the last try failed. */
export type WaitingJob = { task: string; problem: string | null };

/** Of these tasks what is under way, waits to be begun, or to be tried again. */
export async function readJobs(tasks: TaskName[]): Promise<WaitingJob[]> {
  const rows = await sql()<WaitingJob[]>`
    select task_identifier as task, last_error as problem from graphile_worker.jobs
    where task_identifier = any(${tasks}) and attempts < max_attempts order by created_at`;
  return [...rows];
}
