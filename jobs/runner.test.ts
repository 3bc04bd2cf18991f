import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { followSettings } from './follow-settings';
import { QueuePool } from './runner';

useTestDatabase();

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A pool whose jobs hang until `finish`; says who began and who ended, and in `log` (`+1`, `-1`) in which order. */
function startPool(concurrency: number, prefetch = false, name = 'hang') {
  const began: number[] = [];
  const ended: number[] = [];
  const log: string[] = [];
  const poolIds: string[] = [];
  const gates = new Map<number, () => void>();
  const task = async (payload: unknown) => {
    const { nr } = payload as { nr: number };
    began.push(nr);
    log.push(`+${nr}`);
    await new Promise<void>((resolve) => gates.set(nr, resolve));
    ended.push(nr);
    log.push(`-${nr}`);
  };
  const endedPoolIds: string[] = [];
  const options = {
    cron: [],
    prefetch,
    onPool: (id: string) => poolIds.push(id),
    onPoolEnd: async (id: string) => void endedPoolIds.push(id),
  };
  const pool = new QueuePool({ ...options, taskList: { [name]: task }, concurrency });
  const finish = (only?: number) => {
    for (const [nr, open] of gates) if (only === undefined || nr === only) open();
  };
  cleanUps.push(() => {
    const timer = setInterval(() => finish(), 20);
    return pool.stop().finally(() => clearInterval(timer));
  });
  return { pool, began, ended, log, poolIds, endedPoolIds, finish };
}

const addJobs = (last: number, first = 1) =>
  sql()`select graphile_worker.add_job('hang', json_build_object('nr', nr)) from generate_series(${first}::int, ${last}::int) as nr`;

describe('a pool of the queue', () => {
  it.each([true, false])(
    'takes more at once when resized, and drops nothing (prefetch %s)',
    async (ahead) => {
      const { pool, began, ended, log, finish, poolIds } = startPool(1, ahead);
      await addJobs(5);
      await until(() => expect(began).toEqual([1]));
      finish(1);
      await until(() => expect(log).toEqual(['+1', '-1', '+2']));
      pool.resize(3);
      await until(() => expect(began).toHaveLength(5));
      expect(ended).toEqual([1]);
      finish();
      await until(() => expect(ended.toSorted()).toEqual([1, 2, 3, 4, 5]));
      expect(began.toSorted()).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(poolIds).size).toBe(2);
    },
  );

  it('takes fewer at once when resized, once those under way are done', async () => {
    const { pool, began, log, finish } = startPool(3);
    await addJobs(6);
    await until(() => expect(began).toHaveLength(3));
    pool.resize(1);
    await until(() => expect(began).toHaveLength(4));
    for (let nr = 1; nr <= 3; nr++) finish(nr);
    for (let nr = 4; nr <= 5; nr++) {
      finish(nr);
      await until(() => expect(began).toHaveLength(nr + 1));
      expect(log.indexOf(`-${nr}`)).toBeLessThan(log.indexOf(`+${nr + 1}`));
    }
  });

  it('is not restarted by the number that it has', async () => {
    const { pool, began, poolIds } = startPool(2);
    await addJobs(1);
    await until(() => expect(began).toEqual([1]));
    pool.resize(2);
    // One that makes room for another takes nothing more.
    await addJobs(2, 2);
    await until(() => expect(began).toEqual([1, 2]));
    expect(poolIds).toHaveLength(1);
  });

  it('waits for what is under way when it stops, also for workers that were replaced', async () => {
    const { pool, began, ended, poolIds, endedPoolIds, finish } = startPool(1);
    await addJobs(1);
    await until(() => expect(began).toEqual([1]));
    pool.resize(2);
    await until(() => expect(poolIds).toHaveLength(2));
    const stopped = pool.stop().then(() => [...ended]);
    await until(() => expect(endedPoolIds).toEqual([poolIds[1]]));
    finish();
    expect(await stopped).toEqual([1]);
  });

  it('waits no longer than it may when it stops, and gives back what is left', async () => {
    const { pool, began, ended, poolIds, endedPoolIds } = startPool(1);
    await addJobs(1);
    await until(() => expect(began).toEqual([1]));
    await pool.stop(100);
    expect(ended).toEqual([]);
    expect(endedPoolIds).toEqual(poolIds);
  });

  it('tells when nothing of a pool runs any more, and not before', async () => {
    const { pool, began, poolIds, endedPoolIds, finish } = startPool(1);
    await addJobs(1);
    await until(() => expect(began).toEqual([1]));
    pool.resize(2);
    await until(() => expect(poolIds).toHaveLength(2));
    expect(endedPoolIds).toEqual([]);
    finish();
    await until(() => expect(endedPoolIds).toEqual([poolIds[0]]));
    await pool.stop();
    expect(endedPoolIds).toEqual(poolIds);
  });

  it('goes on with a new pool when neither result nor failure of a job can be written', async () => {
    const poolIds: string[] = [];
    const endedPoolIds: string[] = [];
    let runs = 0;
    const fail = async () => {
      runs++;
      if (runs > 1) return;
      await sql()`alter table graphile_worker._private_jobs rename to away`;
      throw new Error('the first run fails');
    };
    const pool = new QueuePool({
      taskList: { fail },
      concurrency: 1,
      cron: [],
      onPool: (id) => poolIds.push(id),
      onPoolEnd: async (id) => {
        if (endedPoolIds.push(id) > 1) return;
        await sql()`alter table graphile_worker.away rename to _private_jobs`;
        await sql()`select graphile_worker.force_unlock_workers(${[id]}::text[])`;
      },
    });
    cleanUps.push(() => pool.stop());
    await sql()`select graphile_worker.add_job('fail')`;
    // The old one may get hold of it once more while it ends.
    await until(() => expect(poolIds).toHaveLength(2));
    await until(() => expect(runs).toBe(2));
    expect(endedPoolIds).toEqual([poolIds[0]]);
  });

  it('ends when it is stopped while it starts', async () => {
    const { pool } = startPool(1);
    await pool.stop();
  });
});

describe('followSettings', () => {
  it('resizes running pools when the settings change, without a restart', async () => {
    await updateSettings(testContext, { delivery: { worker: { concurrency: 1 } } });
    const urgent = startPool(4, false, 'other');
    const { pool: others, began } = startPool(1);
    const timer = followSettings({ urgent: urgent.pool, others }, 50);
    cleanUps.push(() => clearInterval(timer));
    await addJobs(3);
    await until(() => expect(began).toHaveLength(1));
    await updateSettings(testContext, { delivery: { worker: { concurrency: 3 } } });
    await until(() => expect(began).toHaveLength(3));
    expect(urgent.poolIds).toHaveLength(1);
  });
});
