import { hostname } from 'node:os';
import { sql } from '@/lib/db';
import { machineId } from './machine';

export const BEAT_MS = 5_000;
/** Silent for so long: dead, and its work is given to others. */
export const DEAD_AFTER_SECONDS = 30;

export type Heartbeat = { id: string; startedAt: Date; poolIds: string[] };

/** Says that this worker lives. Written again if the row is gone: a worker that was given up for dead may come back. */
export async function beat({ id, startedAt, poolIds }: Heartbeat): Promise<void> {
  await sql()`
    insert into workers (id, machine, host, pid, pool_ids, started_at, beat_at)
    values (${id}, ${machineId() ?? ''}, ${hostname()}, ${process.pid}, ${poolIds}, ${startedAt}, clock_timestamp())
    on conflict (id) do update set pool_ids = excluded.pool_ids, beat_at = excluded.beat_at`;
}

/** A clean stop: nothing is left to sweep. */
export async function signOff(id: string): Promise<void> {
  await sql()`delete from workers where id = ${id}`;
}
