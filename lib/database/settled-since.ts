import { sleep } from '@/lib/async/abort';
import { sql } from './db';

const LOOK_EVERY_MS = 50;

/**
 * Waits until every statement that saw the database as it was before now is over: none of them writes any more from what it saw then.
 * @returns false: one lasts longer than `patienceMs`
 */
export async function settledSince(patienceMs = 20_000): Promise<boolean> {
  const [{ now }] = await sql()<[{ now: Date }]>`select clock_timestamp() as now`;
  for (const end = Date.now() + patienceMs; ; await sleep(LOOK_EVERY_MS)) {
    const [row] = await sql()<{ older: boolean }[]>`
      select exists (
        select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
          and state <> 'idle' and xact_start < ${now}) as older`;
    if (!row!.older) return true;
    if (Date.now() > end) return false;
  }
}
