import { hostname } from 'node:os';
import { tellWorkers } from '@/lib/capacity/shares';
import { sql } from '@/lib/database/db';
import { keepProbes } from '@/lib/providers/health/health';
import { machineId } from './machine';

/** Tells those who live, by its id, that a worker has come or gone: each counts anew at once. */
export const WORKERS_CHANNEL = 'relevo_workers';
export const BEAT_MS = 5_000;
/** Silent for so long: dead, and its work is given to others. */
export const DEAD_AFTER_SECONDS = 30;

export type Heartbeat = { id: string; startedAt: Date; poolIds: string[] };

/**
 * Says that this worker lives. Written again if the row is gone: a worker that was given up for dead may come back. Tells at the same time
 * how many there are, so that connections to a provider can be shared, and keeps what it probes.
 */
export async function beat({ id, startedAt, poolIds }: Heartbeat): Promise<void> {
  await sql()`
    insert into workers (id, machine, host, pid, pool_ids, started_at, beat_at)
    values (${id}, ${machineId() ?? ''}, ${hostname()}, ${process.pid}, ${poolIds}, ${startedAt}, clock_timestamp())
    on conflict (id) do update set pool_ids = excluded.pool_ids, beat_at = excluded.beat_at`;
  await keepProbes();
  const alive = await sql()<{ id: string }[]>`
    select id from workers where beat_at > now() - make_interval(secs => ${DEAD_AFTER_SECONDS}) order by id`;
  tellWorkers(
    alive.findIndex((worker) => worker.id === id),
    alive.length,
  );
}

/** A clean stop: nothing is left to sweep, and the others share what it had. */
export async function signOff(id: string): Promise<void> {
  await sql()`
    with gone as (delete from workers where id = ${id})
    select pg_notify(${WORKERS_CHANNEL}, ${id})`;
}
