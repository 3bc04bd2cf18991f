import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { Lifeline } from './lifeline';

useTestDatabase();

/** @returns whether the job is still locked */
async function lockJob(poolId: string): Promise<() => Promise<boolean>> {
  const [job] = await sql()<
    { id: string }[]
  >`select id from graphile_worker.add_job('deliver', '{"ids":[]}')`;
  const id = job!.id;
  await sql()`update graphile_worker._private_jobs set locked_at = now(), locked_by = ${poolId} where id = ${id}`;
  return async () => {
    const rows = await sql()`select from graphile_worker.jobs where id = ${id} and locked_by is not null`;
    return rows.length > 0;
  };
}

function makeLifeline() {
  const id = newId();
  const [ended, living] = [`pool-${newId()}`, `pool-${newId()}`];
  const lifeline = new Lifeline({ id, startedAt: new Date(), poolIds: [ended, living] });
  const listed = async () => {
    const [row] = await sql()<{ pool_ids: string[] }[]>`select pool_ids from workers where id = ${id}`;
    return row?.pool_ids;
  };
  return { lifeline, ended, living, listed };
}

describe('a pool that has ended', () => {
  it('gives its jobs back at once, while the others keep theirs', async () => {
    const { lifeline, ended, living, listed } = makeLifeline();
    const [isLocked, isStillLocked] = [await lockJob(ended), await lockJob(living)];
    await lifeline.removePool(ended);
    expect(await isLocked()).toBe(false);
    expect(await isStillLocked()).toBe(true);
    await lifeline.start();
    expect(await listed()).toEqual([living]);
    await lifeline.stop();
  });

  it('gives them back with a later beat when PostgreSQL does not answer at first', async () => {
    const { lifeline, ended, living, listed } = makeLifeline();
    const isLocked = await lockJob(ended);
    await sql()`alter table graphile_worker._private_jobs rename to away`;
    await expect(lifeline.removePool(ended)).rejects.toThrow();
    await sql()`alter table graphile_worker.away rename to _private_jobs`;
    expect(await isLocked()).toBe(true);
    await lifeline.start();
    expect(await isLocked()).toBe(false);
    await lifeline.stop();
    await lifeline.start();
    expect(await listed()).toEqual([living]);
    await lifeline.stop();
  });
});
