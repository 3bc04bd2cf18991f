import { spawnSync } from 'node:child_process';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { claimMessages } from '@/lib/delivery/claim';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { beat } from './heartbeat';
import { isRunning, machineId } from './machine';
import { sweepDeadWorkers, unlockOrphans } from './sweep';

useTestDatabase();
beforeAll(() => makeProvider());
beforeEach(() => sql()`delete from workers`);

const self = newId();
const here = machineId() ?? '';
/** The process that started this one: alive as long as the test is. */
const aliveHere = process.ppid;
const goneHere = spawnSync(process.execPath, ['-e', '']).pid;

/** A worker in the middle of its work: a claim on a message, and a locked job. */
async function makeWorker(facts: { machine?: string; pid?: number; silentSeconds?: number }) {
  const { machine = 'elsewhere/boot/pid', pid = 4711, silentSeconds = 0 } = facts;
  const id = newId();
  const poolId = `pool-${id}`;
  await sql()`
    insert into workers (id, machine, host, pid, pool_ids, started_at, beat_at)
    values (${id}, ${machine}, 'host', ${pid}, ${[poolId]}, now(), now() - make_interval(secs => ${silentSeconds}))`;
  const { id: messageId } = await makeMessage();
  await claimMessages(id, [messageId]);
  await sql()`
    update graphile_worker._private_jobs set locked_at = now(), locked_by = ${poolId}
    where payload::jsonb->'ids' ? ${messageId}`;
  return { id, poolId, messageId };
}

async function stateOf({ id, poolId, messageId }: Awaited<ReturnType<typeof makeWorker>>) {
  const [row] = await sql()`
    select exists (select from workers where id = ${id}) as listed,
      exists (select from messages where id = ${messageId} and claimed_by = ${id}) as claims,
      exists (select from graphile_worker.jobs where locked_by = ${poolId}) as locks`;
  return row;
}

const AT_WORK = { listed: true, claims: true, locks: true };
const SWEPT = { listed: false, claims: false, locks: false };

describe('sweepDeadWorkers', () => {
  it('gives the work of a missing process of this machine back at once', async () => {
    expect(isRunning(goneHere)).toBe(false);
    const worker = await makeWorker({ machine: here, pid: goneHere });
    expect(await sweepDeadWorkers(self, false)).toBe(1);
    expect(await stateOf(worker)).toEqual(SWEPT);
  });

  it('wakes what was freed: the job that took it up had ended once it had its place', async () => {
    const worker = await makeWorker({ machine: here, pid: goneHere });
    await sql()`delete from graphile_worker._private_jobs`;
    await sweepDeadWorkers(self, false);
    const rows =
      await sql()`select from graphile_worker._private_jobs where payload::jsonb->'ids' ? ${worker.messageId}`;
    expect(rows).toHaveLength(1);
  });

  it('frees those of a line, who are due much later, and leaves them to the line', async () => {
    const worker = await makeWorker({ machine: here, pid: goneHere });
    await sql()`
      update messages set reason = 'paced', provider_id = ${newId()}, due_at = now() + interval '1 hour' where id = ${worker.messageId}`;
    await sql()`delete from graphile_worker._private_jobs`;
    await sweepDeadWorkers(self, false);
    expect(await stateOf(worker)).toMatchObject({ claims: false });
    expect(await sql()`select from graphile_worker._private_jobs`).toHaveLength(0);
  });

  it('lets another worker send what was freed', async () => {
    const worker = await makeWorker({ machine: here, pid: goneHere });
    await deliverMessages(self, [worker.messageId]);
    expect(await getMessage(testContext, worker.messageId)).toMatchObject({ status: 'sending' });
    await sweepDeadWorkers(self, false);
    await deliverMessages(self, [worker.messageId]);
    expect(await getMessage(testContext, worker.messageId)).toMatchObject({ status: 'sent' });
  });

  it('takes one that had our own process number for dead: it was before us', async () => {
    const worker = await makeWorker({ machine: here, pid: process.pid });
    await sweepDeadWorkers(self, false);
    expect(await stateOf(worker)).toEqual(SWEPT);
  });

  it('gives up one that has been silent for long, only when silence can be trusted', async () => {
    const worker = await makeWorker({ silentSeconds: 31 });
    const stalled = await makeWorker({ machine: here, pid: aliveHere, silentSeconds: 31 });
    expect(await sweepDeadWorkers(self, false)).toBe(0);
    expect(await stateOf(worker)).toEqual(AT_WORK);
    expect(await sweepDeadWorkers(self, true)).toBe(2);
    expect(await stateOf(worker)).toEqual(SWEPT);
    expect(await stateOf(stalled)).toEqual(SWEPT);
  });

  it('leaves the living alone, while it sweeps the dead', async () => {
    const living = [
      await makeWorker({ silentSeconds: 20 }),
      await makeWorker({ machine: here, pid: aliveHere }),
      // The process number means nothing on another machine.
      await makeWorker({ machine: 'elsewhere/boot/pid', pid: goneHere }),
    ];
    const dead = await makeWorker({ machine: here, pid: goneHere });
    expect(await sweepDeadWorkers(self, true)).toBe(1);
    expect(await stateOf(dead)).toEqual(SWEPT);
    for (const worker of living) expect(await stateOf(worker)).toEqual(AT_WORK);
  });

  it('never sweeps who asks', async () => {
    await beat({ id: self, startedAt: new Date(), poolIds: [] });
    await sql()`update workers set beat_at = now() - interval '1 hour' where id = ${self}`;
    await sweepDeadWorkers(self, true);
    expect(await sql()`select from workers where id = ${self}`).toHaveLength(1);
  });

  it('one that was given up and comes back is listed again', async () => {
    const worker = await makeWorker({ machine: here, pid: goneHere });
    await sweepDeadWorkers(self, false);
    await beat({ id: worker.id, startedAt: new Date(), poolIds: [worker.poolId] });
    expect(await stateOf(worker)).toEqual({ listed: true, claims: false, locks: false });
  });
});

describe('unlockOrphans', () => {
  /** A locked job, and whether the pool that holds it is announced. */
  async function lock(announced: boolean, seconds: number) {
    const worker = await makeWorker({});
    await sql()`
      update graphile_worker._private_jobs set locked_at = now() - make_interval(secs => ${seconds})
      where locked_by = ${worker.poolId}`;
    if (!announced) await sql()`update workers set pool_ids = '{}' where id = ${worker.id}`;
    return worker;
  }
  const locks = async (worker: Awaited<ReturnType<typeof lock>>) => (await stateOf(worker))?.locks;

  it('frees what a pool holds that nobody has, once it had time to be announced', async () => {
    const [orphan, fresh, announced] = [await lock(false, 11), await lock(false, 1), await lock(true, 60)];
    expect(await unlockOrphans()).toBe(1);
    expect([await locks(orphan), await locks(fresh), await locks(announced)]).toEqual([false, true, true]);
    expect(await unlockOrphans()).toBe(0);
  });
});
