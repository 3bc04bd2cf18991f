import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { until } from '@/lib/testing/until';
import { signOff } from './heartbeat';
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

describe('a worker that comes', () => {
  const beatOf = async (id: string) =>
    (await sql()<{ at: Date }[]>`select beat_at as at from workers where id = ${id}`)[0]?.at;

  it('begins nothing before the others have counted it', async () => {
    const other = newId();
    await sql()`
      insert into workers (id, machine, host, pid, pool_ids, started_at, beat_at)
      values (${other}, 'elsewhere', 'elsewhere', 1, '{}', now(), clock_timestamp())`;
    const { lifeline, listed } = makeLifeline();
    const told = Promise.withResolvers<void>();
    await sql().listen('relevo_workers', () => told.resolve());
    const started = lifeline.start().then(() => 'started');
    await told.promise;
    for (let look = 0; look < 5; look++) expect(await listed()).toBeDefined();
    expect(await Promise.race([started, setImmediate('waits')])).toBe('waits');
    await sql()`update workers set beat_at = clock_timestamp() where id = ${other}`;
    expect(await started).toBe('started');
    await lifeline.stop();
    await sql()`delete from workers where id = ${other}`;
  });

  it('is counted by the others as soon as they hear of it, as is one that goes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const id = newId();
    const lifeline = new Lifeline({ id, startedAt: new Date(), poolIds: [] });
    await lifeline.start();
    const first = await beatOf(id);
    await signOff(newId());
    await until(async () => expect((await beatOf(id))!.getTime()).toBeGreaterThan(first!.getTime()));
    await lifeline.stop();
  });
});
