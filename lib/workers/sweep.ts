import { announce } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import { freeClaims } from '@/lib/delivery/release-claim';
import { log } from '@/lib/log';
import { lookAfterProbes } from '@/lib/providers/health/health';
import { wakeUp } from '@/lib/queue/wake';
import { DEAD_AFTER_SECONDS } from './heartbeat';
import { isRunning, machineId } from './machine';

type WorkerRow = { id: string; machine: string; pid: number; silent: boolean };

/**
 * Gives the work of dead workers back: graphile-worker itself would keep their jobs locked for four hours.
 * A worker of this machine is dead when its process is gone, at once; any other when it has been silent for 30 s and `trustSilence`:
 * right after an outage everybody is silent, so the caller waits before it judges by that.
 */
export async function sweepDeadWorkers(selfId: string, trustSilence: boolean): Promise<number> {
  const rows = await sql()<WorkerRow[]>`
    select id, machine, pid, beat_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS}) as silent
    from workers where id <> ${selfId}`;
  const machine = machineId();
  const dead = rows.filter((row) => {
    const here = machine !== null && row.machine === machine;
    if (here && (row.pid === process.pid || !isRunning(row.pid))) return true;
    return row.silent && trustSilence;
  });
  if (dead.length > 0) {
    await release(dead.map((row) => row.id));
    await lookAfterProbes();
    announce('workers');
  }
  return dead.length;
}

/** Longer than it takes to announce a pool. */
const ANNOUNCED_WITHIN_SECONDS = 10;

/**
 * Frees jobs held by a pool that nobody has: its worker was killed before the pool was announced, or the pool took one more while it
 * was being ended.
 */
export async function unlockOrphans(): Promise<number> {
  const [row] = await sql()<{ pools: string[] }[]>`
    with orphans as (
      select array_agg(distinct locked_by) as pools from graphile_worker.jobs
      where locked_at < now() - make_interval(secs => ${ANNOUNCED_WITHIN_SECONDS})
        and locked_by <> all(array(select unnest(pool_ids) from workers))
    )
    select pools, graphile_worker.force_unlock_workers(pools) as unlocked from orphans where pools is not null`;
  if (!row) return 0;
  log.warn('jobs of unknown pools unlocked', { pools: row.pools });
  return row.pools.length;
}

/** Frees the jobs that these pools hold, whether or not they still run. */
export async function unlockPools(poolIds: string[]): Promise<void> {
  await sql()`select graphile_worker.force_unlock_workers(${poolIds}::text[])`;
}

/**
 * One statement: the heartbeat goes, the jobs are unlocked, the claims are freed and woken, for the job that took a message up had ended once
 * it had its place; but for those in a line, who are taken out of it. A late worker then loses its next compare-and-set.
 */
async function release(ids: string[]): Promise<void> {
  const [row] = await sql()<{ messages: number }[]>`
    with gone as (delete from workers where id = any(${ids}::uuid[]) returning id, pool_ids),
    pools as (select coalesce(array_agg(pool), '{}') as ids from gone, unnest(gone.pool_ids) as pool),
    unlocked as (select graphile_worker.force_unlock_workers(pools.ids) from pools),
    ${freeClaims('gone')},
    ${wakeUp('due')}
    select (select count(*)::int from freed) as messages, (select count(*) from unlocked) as unlocked, woken.jobs from woken`;
  log.warn('dead workers swept', { workers: ids, messagesFreed: row?.messages ?? 0 });
}
