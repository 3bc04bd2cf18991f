import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { claimMessages } from './claim';
import { letGo } from './release-claim';

useTestDatabase();
beforeAll(() => makeProvider());
beforeEach(async () => {
  await sql()`delete from messages`;
});

async function claim(workerId: string, input: Parameters<typeof makeMessage>[0] = {}) {
  const { id } = await makeMessage(input);
  const [message] = await claimMessages(workerId, [id]);
  await sql()`delete from graphile_worker._private_jobs`;
  return { workerId, message: message! };
}

const claimsOf = async () =>
  (await sql()`select id, claimed_by, claimed_until, claim_no from messages order by id`).map((row) => ({
    ...row,
  }));
const jobs = () =>
  sql()<{ task: string; ids: string[] }[]>`
    select task_identifier as task, payload->'ids' as ids from graphile_worker.jobs join graphile_worker._private_jobs using (id) order by 1`;

it('gives a message back and wakes who takes it next, who claims it as his own', async () => {
  const work = await claim(newId());
  await letGo(work);
  const { id } = work.message;
  expect(await claimsOf()).toEqual([{ id, claimed_by: null, claimed_until: null, claim_no: 1 }]);
  expect(await jobs()).toEqual([{ task: 'deliver', ids: [id] }]);
  expect(await claimMessages(newId(), [id])).toMatchObject([{ id, claimNo: 2 }]);
});

it('wakes the urgent by their own task', async () => {
  const works = [await claim(newId(), { priority: 'urgent' }), await claim(newId())];
  await Promise.all(works.map(letGo));
  expect((await jobs()).map(({ task }) => task)).toEqual(['deliver', 'deliver-urgent']);
});

it('takes nothing from whoever has the message now, another worker or a later claim of the same', async () => {
  const [first, second] = [newId(), newId()];
  const lost = await claim(first);
  const { id } = lost.message;
  const free = () => sql()`update messages set claimed_by = null, claimed_until = null where id = ${id}`;
  for (const owner of [second, first]) {
    await free();
    await claimMessages(owner, [id]);
    const before = await claimsOf();
    await letGo(lost);
    expect(await claimsOf()).toEqual(before);
    expect(before).toMatchObject([{ claimed_by: owner }]);
  }
  expect(await jobs()).toEqual([]);
});

it('gives many back together: each its own, and no more', async () => {
  const worker = newId();
  const works = [await claim(worker), await claim(worker), await claim(worker)];
  await Promise.all(works.slice(1).map(letGo));
  expect((await claimsOf()).map(({ claimed_by }) => claimed_by)).toEqual([worker, null, null]);
  expect((await jobs()).flatMap(({ ids }) => ids).toSorted()).toEqual(
    works.slice(1).map(({ message }) => message.id),
  );
});
