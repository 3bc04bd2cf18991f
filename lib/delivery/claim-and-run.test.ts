import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sleep } from '@/lib/async/abort';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { claimMessages } from './claim';
import { leaveBehind, renewClaims, takeMessages } from './claim-and-run';

useTestDatabase();
beforeAll(() => makeProvider());

/** A worker in the middle of a delivery that ends only when told. */
async function hang(id: string) {
  const workerId = newId();
  const [begun, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const taken = takeMessages(workerId, [id], async () => {
    begun.resolve();
    return [{ admitted: Promise.resolve(), done: finished.promise }];
  }).then(([delivery]) => delivery!.done);
  await begun.promise;
  return { workerId, finish: () => finished.resolve(), taken };
}

const canClaim = async (id: string) => (await claimMessages(newId(), [id])).length === 1;

describe('takeMessages', () => {
  it('keeps no claim when nothing can be delivered, such as when the providers cannot be read', async () => {
    const { id } = await makeMessage();
    const taken = takeMessages(newId(), [id], () => Promise.reject(new Error('no providers')));
    await expect(taken).rejects.toThrow('no providers');
    expect(await canClaim(id)).toBe(true);
  });
});

describe('a message whose row somebody holds as its job runs', () => {
  it('is looked at until it is free, since nobody wakes it again', async () => {
    const { id } = await makeMessage();
    const workerId = newId();
    const other = await sql().reserve();
    await other`begin`;
    await other`select from messages where id = ${id} for update`;
    const looks: number[] = [];
    const taken = takeMessages(workerId, [id], async (claimed) => {
      looks.push(claimed.length);
      return claimed.map(() => ({ admitted: Promise.resolve(), done: Promise.resolve() }));
    });
    // Asked in the same statement, so that the first look has passed it over as well.
    expect(await canClaim(id)).toBe(false);
    // And the next two.
    await sleep(300);
    await other`commit`;
    other.release();
    await taken;
    expect(looks).toEqual([1]);
  });
});

describe('leaveBehind', () => {
  it('gives what is not finished to the next worker at once, and wakes it', async () => {
    const { id } = await makeMessage();
    await sql()`delete from graphile_worker._private_jobs`;
    const worker = await hang(id);
    expect(await canClaim(id)).toBe(false);
    await leaveBehind(worker.workerId);
    expect(await sql()`select from graphile_worker.jobs`).toHaveLength(1);
    expect(await canClaim(id)).toBe(true);
    worker.finish();
    await worker.taken;
  });

  it('leaves alone what was finished', async () => {
    const { id } = await makeMessage();
    const worker = await hang(id);
    worker.finish();
    await worker.taken;
    await leaveBehind(worker.workerId);
    expect(await canClaim(id)).toBe(false);
  });
});

describe('a message that this process holds twice, as its first lease ran out', () => {
  it('is still known to be in hand when the first delivery ends', async () => {
    const { id } = await makeMessage();
    const first = await hang(id);
    await sql()`update messages set claimed_until = now() - interval '1 second' where id = ${id}`;
    const second = await hang(id);
    first.finish();
    await first.taken;
    await leaveBehind(second.workerId);
    expect(await canClaim(id)).toBe(true);
    second.finish();
    await second.taken;
  });
});

describe('renewClaims', () => {
  it('keeps the lease of what is in hand for long, and of nothing else', async () => {
    const { id } = await makeMessage();
    const { id: other } = await makeMessage();
    vi.setSystemTime(Date.now() - 5 * 60_000);
    const worker = await hang(id);
    vi.useRealTimers();
    await claimMessages(worker.workerId, [other]);
    await sql()`update messages set claimed_until = now() + interval '1 second' where id = any(${[id, other]}::uuid[])`;
    await renewClaims(worker.workerId);
    const rows = await sql()<{ id: string; long: boolean }[]>`
      select id, claimed_until > now() + interval '5 minutes' as long from messages where id = any(${[id, other]}::uuid[])`;
    expect(new Map(rows.map((row) => [row.id, row.long]))).toEqual(
      new Map([
        [id, true],
        [other, false],
      ]),
    );
    worker.finish();
    await worker.taken;
  });
});
