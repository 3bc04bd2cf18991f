import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { makeCampaign, plantContacts, runToEnd } from '@/lib/testing/campaigns';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { decideCampaign } from './decide';
import { listRecipients } from './people';
import { startCampaign } from './start';

useDatabaseForEachTest();
beforeEach(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example');
  await makeProvider({ fromEmail: 'news@school.example' });
});

/** Two subjects on half of them, by opens, and sent to that half. */
async function tested(many: number) {
  await plantContacts(many);
  const { id } = await makeCampaign({
    variants: [{}, { subject: 'Otra cosa' }],
    test: { percent: 50, metric: 'opens', waitHours: 1 },
  });
  await startCampaign(testContext, { id, anyway: true });
  expect(await runToEnd(id)).toMatchObject({ state: 'deciding', decision: null });
  expect(await sql()`select from messages where campaign_id = ${id} and due_at is not null`).toEqual([]);
  return id;
}

/** So many of a variant open it: people, or programs. */
async function open(id: string, variant: number, many: number, machine: boolean): Promise<void> {
  const messages = await sql()`
    select message_id as id from campaign_recipients where campaign_id = ${id} and variant = ${variant} order by contact_id limit ${many}`;
  const detail = machine ? { machine: 'apple' } : {};
  const rows = messages.map((message) => ({ id: newId(), message: message.id }));
  await sql()`
    insert into events (id, message_id, type, at, recipient, detail)
    select id, message, 'opened', now(), 'p@example.com', ${sql().json(detail)}::jsonb from jsonb_to_recordset(${sql().json(rows)}::jsonb) as r(id uuid, message uuid)`;
}

const waitIsOver = (id: string) => sql()`update campaigns set decide_at = now() where id = ${id}`;
const subjects = async () =>
  Object.fromEntries(
    (await sql()`select subject, count(*)::int as count from messages group by 1`).map(
      ({ subject, count }) => [subject, count],
    ),
  );

describe('the winner of a test', () => {
  it('is known by people, whatever programs open', async () => {
    const id = await tested(400);
    expect(await subjects()).toEqual({ 'Novedades marzo': 100, 'Otra cosa': 100 });
    await open(id, 0, 90, true);
    await open(id, 0, 10, false);
    await open(id, 1, 40, false);
    await waitIsOver(id);
    const { state, decision, books } = await runToEnd(id);
    expect(decision).toMatchObject({
      ...{ winner: 1, isSignificant: true, by: 'campaigns' },
      results: [
        { delivered: 100, hits: 10 },
        { delivered: 100, hits: 40 },
      ],
    });
    expect([state, books]).toMatchObject(['finished', { audience: 400, sent: 400 }]);
    expect(await subjects()).toEqual({ 'Novedades marzo': 100, 'Otra cosa': 300 });
  });

  it('is the first where no difference can be shown, and that is said', async () => {
    const id = await tested(40);
    await open(id, 1, 2, false);
    await waitIsOver(id);
    expect((await runToEnd(id)).decision).toMatchObject({ winner: 0, isSignificant: false });
    expect(await subjects()).toEqual({ 'Novedades marzo': 30, 'Otra cosa': 10 });
  });

  it('is for a person to choose at any moment, once', async () => {
    const id = await tested(40);
    await decideCampaign(testContext, { id, variant: 1 });
    await expect(decideCampaign(testContext, { id, variant: 0 })).rejects.toMatchObject({ code: 'conflict' });
    expect((await runToEnd(id)).decision).toMatchObject({ winner: 1, by: 'test' });
    expect(await subjects()).toEqual({ 'Novedades marzo': 10, 'Otra cosa': 30 });
  });
});

it('waits for its hour', async () => {
  const id = await tested(8);
  expect(await runToEnd(id)).toMatchObject({ state: 'deciding' });
});

it('knows who did what', async () => {
  const id = await tested(8);
  await open(id, 0, 1, false);
  await open(id, 1, 1, true);
  const of = async (did: 'opened' | 'not_opened') =>
    (await listRecipients(testContext, { id, did, limit: 100 })).data.length;
  expect([await of('opened'), await of('not_opened')]).toEqual([1, 3]);
});
