import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { claimMessages } from './claim';
import { leaveBehind, takeMessages } from './take';

useTestDatabase();
beforeAll(() => makeProvider());

/** A worker in the middle of a delivery that ends only when told. */
async function hang(id: string) {
  const workerId = newId();
  const [begun, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const taken = takeMessages(workerId, [id], async () => {
    begun.resolve();
    await finished.promise;
    return [];
  });
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
