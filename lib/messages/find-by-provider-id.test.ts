import { beforeAll, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { countMessages } from './count';
import { findByProviderId } from './find-by-provider-id';
import { listMessages } from './list';
import { MessageFilter } from './schema';

useTestDatabase();
beforeAll(() => makeProvider({ name: 'Main' }));

/** Sent, and known to its provider by these ids, each of one recipient. */
async function makeKnown(...ids: string[]): Promise<string> {
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  const outcomes = ids.map((providerMessageId) => ({
    address: 'ana@example.com',
    outcome: 'accepted',
    providerMessageId,
  }));
  await sql()`update attempts set outcomes = ${sql().json(outcomes)} where message_id = ${id}`;
  return id;
}

const search = async (q: string, ctx = testContext) =>
  (await listMessages(ctx, MessageFilter.parse({ q }))).data.map(({ id }) => id);

it('finds a message by the id its provider gave it, and not by a part of it', async () => {
  const id = await makeKnown('0100018c-ab12-000000', '<2026.7f3@mg.example.com>');
  expect(await search(' 0100018c-ab12-000000 ')).toEqual([id]);
  expect(await search('2026.7f3@mg.example.com')).toEqual([id]);
  expect(await search('<2026.7f3@mg.example.com>')).toEqual([id]);
  expect(await search('0100018c-ab12')).toEqual([]);
  expect(await countMessages(testContext, { q: '0100018c-ab12-000000' })).toEqual({ count: 1, exact: true });
});

it('another company does not find it', async () => {
  const id = await makeKnown('queued-as-4711');
  const [own, other] = [await makeCompany({ name: 'Own' }), await makeCompany({ name: 'Other' })];
  await sql()`update messages set company_id = ${own.id} where id = ${id}`;
  expect(await search('queued-as-4711', { ...testContext, companyId: own.id })).toEqual([id]);
  expect(await search('queued-as-4711', { ...testContext, companyId: other.id })).toEqual([]);
});

it('keeps to the other filters', async () => {
  await makeKnown('queued-as-4712');
  const { data } = await listMessages(
    testContext,
    MessageFilter.parse({ q: 'queued-as-4712', status: 'failed' }),
  );
  expect(data).toEqual([]);
});

it('does not look for what is no id', async () => {
  for (const q of [undefined, '', 'abc', 'two words', 'x'.repeat(201)])
    expect(await findByProviderId(q)).toEqual([]);
  expect(await findByProviderId(`'"\\`.repeat(3))).toEqual([]);
});
