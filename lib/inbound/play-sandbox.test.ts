import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { rebuildRollUps } from '@/lib/metrics/rebuild';
import { rollUp } from '@/lib/metrics/roll-up';
import type { TaskPayloads } from '@/lib/queue/tasks';
import { removeSuppression, undoSuppressions } from '@/lib/suppressions/lift';
import { useSuppressions, useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { playSandbox } from './play-sandbox';
import { readInbound } from './read-inbound';
import { take } from './take';

useTestDatabase();
useSuppressions();

let sandbox: string;
beforeAll(async () => {
  sandbox = (await makeProvider({ name: 'Sandbox', kind: 'sandbox' })).id;
});

/** Kept by the sandbox; what is to happen to it waits as jobs. */
async function keep(input: Parameters<typeof makeMessage>[0] = {}) {
  const { id } = await makeMessage({ category: 'marketing', ...input });
  await deliverMessages(newId(), [id]);
  return id;
}

type Job = { payload: TaskPayloads['play-sandbox']; seconds: number };

const waiting = (messageId: string) =>
  sql()<Job[]>`
    select payload, round(extract(epoch from run_at - created_at))::int as seconds
    from graphile_worker._private_jobs join graphile_worker._private_tasks t on t.id = task_id
    where t.identifier = 'play-sandbox' and payload->'played'->0->>'message' = ${messageId} order by run_at`;

/** As a worker does when their time has come. */
async function play(messageId: string) {
  for (const { payload } of await waiting(messageId)) await playSandbox(payload);
  await readInbound();
  return getMessage(testContext, messageId);
}

const told = ({ events }: Awaited<ReturnType<typeof play>>) =>
  events.filter(({ detail }) => detail?.played).map(({ type, recipient }) => [type, recipient]);

it('what was played counts as kept, also when figures are rebuilt', async () => {
  const figures = async () => {
    await rollUp();
    const [row] = await sql()`
      select sum(messages_captured)::int as captured, sum(messages_failed)::int as failed, sum(messages_sent)::int as sent from delivery_hours`;
    return row;
  };
  for (const word of ['soft', 'late']) {
    const { captured = 0, failed = 0 } = (await figures()) as { captured?: number; failed?: number };
    const id = await keep({ to: `${word}@sandbox.test`, company: (await makeCompany()).id });
    await play(id);
    const played = await figures();
    expect(played).toMatchObject({ captured: (captured ?? 0) + 1, failed: failed ?? 0 });
    await rebuildRollUps(testContext);
    expect(await figures()).toEqual(played);
  }
});

describe('after a sandbox took it', () => {
  it.each<[string, string[], string]>([
    ['complaint', ['complained'], 'captured'],
    ['open', ['opened'], 'captured'],
    ['click', ['opened', 'clicked'], 'captured'],
    ['unsubscribe', ['unsubscribed'], 'captured'],
    ['soft', ['failed'], 'failed'],
    ['late', ['bounced'], 'bounced'],
  ])('%s@ makes %j, and the message is %s', async (word, types, status) => {
    const company = await makeCompany();
    const to = `${word}@sandbox.test`;
    const id = await keep({ to, company: company.id });
    expect((await getMessage(testContext, id)).status).toBe('captured');
    const message = await play(id);
    expect(told(message)).toEqual(types.map((type) => [type, to]));
    expect(message.status).toBe(status);
  });

  it('nothing happens to others, nor to who is refused at once', async () => {
    const id = await keep({ to: ['ana@example.com', 'complaint@example.com', 'bounce@sandbox.test'] });
    expect(await waiting(id)).toEqual([]);
  });

  it('late@ is late', async () => {
    const id = await keep({ to: ['late@sandbox.test', 'open@sandbox.test'] });
    expect((await waiting(id)).map(({ seconds }) => seconds)).toEqual([2, 30]);
  });

  it('the link is the first of the message', async () => {
    const html =
      '<p><a href="https://clinic.example/pay?a=1&amp;b=2">Pay</a> <a href="https://clinic.example">us</a>';
    const message = await play(await keep({ to: 'click@sandbox.test', html }));
    expect(message.events.find(({ type }) => type === 'clicked')!.detail).toMatchObject({
      link: 'https://clinic.example/pay?a=1&b=2',
      played: true,
    });
  });

  it('+NAME plays only at the sandbox of that name', async () => {
    expect(await waiting(await keep({ to: 'open+Other@sandbox.test' }))).toEqual([]);
    expect(await waiting(await keep({ to: 'open+sandbox@sandbox.test' }))).toHaveLength(1);
  });

  it('a job that runs twice tells nothing twice', async () => {
    const id = await keep({ to: 'open@sandbox.test' });
    await play(id);
    expect(told(await play(id))).toHaveLength(1);
  });

  it('what comes before the sending is settled makes nobody have it', async () => {
    const company = (await makeCompany()).id;
    const { id } = await makeMessage({ to: 'complaint@sandbox.test', company });
    const at = new Date().toISOString();
    const one = {
      capture: newId(),
      event: 'complaint',
      message: id,
      recipient: 'complaint@sandbox.test',
      at,
    };
    await playSandbox({ providerId: sandbox, key: newId(), played: [one] });
    await readInbound();
    await deliverMessages(newId(), [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'captured' });
  });
});

describe('what it says of its own addresses', () => {
  it.each([
    ['complaint', 'complaint'],
    ['unsubscribe', 'unsubscribe'],
    ['late', 'hard_bounce'],
  ])('%s@: the next message is held for %s, and goes again when that is undone', async (word, cause) => {
    const company = (await makeCompany()).id;
    const to = `${word}@sandbox.test`;
    await play(await keep({ to, company }));
    const held = await getMessage(testContext, await keep({ to, company }));
    expect(held).toMatchObject({ status: 'suppressed', recipients: [{ suppressed: { cause } }] });
    const selection = { company, cause: cause as 'complaint' };
    expect((await undoSuppressions(testContext, { ...selection, dryRun: false })).lifted).toBe(1);
    expect((await getMessage(testContext, await keep({ to, company }))).status).toBe('captured');
  });

  it('soft@ is left alone after five in a row', async () => {
    const company = (await makeCompany()).id;
    const to = 'soft@sandbox.test';
    for (let n = 0; n < 5; n++) await play(await keep({ to, company }));
    expect(await getMessage(testContext, await keep({ to, company }))).toMatchObject({
      status: 'suppressed',
      recipients: [{ suppressed: { cause: 'soft_bounces' } }],
    });
    await removeSuppression(testContext, { address: to, company });
  });

  it('of a message of a test token it says nothing', async () => {
    const company = (await makeCompany()).id;
    const to = 'complaint@sandbox.test';
    const id = await keep({ to, company });
    await sql()`update messages set test = true where id = ${id}`;
    expect(told(await play(id))).toHaveLength(1);
    expect((await getMessage(testContext, await keep({ to, company }))).status).toBe('captured');
  });
});

it('nobody outside can play: the door of a sandbox is shut', async () => {
  const id = await keep({ to: 'ana@example.com' });
  const one = { capture: newId(), event: 'late', message: id, recipient: 'ana@example.com', at: new Date() };
  const request = { headers: {}, body: Buffer.from(JSON.stringify([one])), receivedAt: new Date() };
  expect(await take(sandbox, request)).toBe(404);
});
