import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sleep } from '@/lib/abort';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { closeAdapters } from '@/lib/providers/registry';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { type ScriptedSmtp, startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { deliverMessages } from './deliver';
import { getMessage } from './get';
import { pausePriorities } from './pause';

useTestDatabase();
beforeEach(closeBreakers);
afterEach(async () => {
  await closeAdapters();
  await pausePriorities(testContext, { priorities: ['low'], paused: false });
  expect(await findViolations(sql())).toEqual([]);
});

const worker = newId();
const SLOW_MS = 100;
const WAITING = 12;

/** One connection, so three at once may be under way. */
async function makeSlow(input: Parameters<typeof makeProvider>[0] = {}) {
  const server = await startScriptedSmtp({
    get body() {
      return sleep(SLOW_MS).then(() => '250 2.0.0 Ok: queued');
    },
  });
  const settings = { host: '127.0.0.1', port: server.port, security: 'none', pool: { maxConnections: 1 } };
  return { server, ...(await makeProvider({ kind: 'smtp', settings, ...input })) };
}

/** Refuses for a fault of its own, after a while. */
async function makeFailing(afterMs: number) {
  const { port } = await startScriptedSmtp({
    get mail() {
      return sleep(afterMs).then(() => '451 4.3.0 Out of order');
    },
  });
  return makeProvider({ kind: 'smtp', settings: { host: '127.0.0.1', port, security: 'none' } });
}

async function makeWaiting(providers: string[]) {
  const made = Array.from({ length: WAITING }, () => makeMessage({ priority: 'low', providers }));
  return (await Promise.all(made)).map(({ id }) => id);
}

const read = (ids: string[]) => Promise.all(ids.map((id) => getMessage(testContext, id)));
const arrival = async ({ mails }: ScriptedSmtp, count: number) => {
  while (mails.length < count) await sleep(5);
};
async function expireIn(ms: number, ids: string[]) {
  const deadline = Date.now() + ms;
  await sql()`update messages set expires_at = ${new Date(deadline)} where id = any(${ids}::uuid[])`;
  return deadline;
}
const pauseLow = () => pausePriorities(testContext, { priorities: ['low'], paused: true });

describe('while messages wait for their place', () => {
  it('a provider that is paused gets no more than what is under way', async () => {
    const slow = await makeSlow();
    const ids = await makeWaiting([slow.name]);
    const delivery = deliverMessages(worker, ids);
    await arrival(slow.server, 2);
    await updateProvider(testContext, { id: slow.id, active: false });
    await delivery;
    expect(slow.server.mails.length).toBeLessThan(2 + 5);
    const others = (await read(ids)).filter(({ status }) => status !== 'sent');
    expect(others).toHaveLength(WAITING - slow.server.mails.length);
    for (const message of others)
      expect(message).toMatchObject({ status: 'retrying', reason: 'no_provider', attempts: [] });
  });

  it('what a paused provider does not get goes to the next one, and says why', async () => {
    const slow = await makeSlow();
    const next = await makeProvider();
    const ids = await makeWaiting([slow.name, next.name]);
    const delivery = deliverMessages(worker, ids);
    await arrival(slow.server, 1);
    await updateProvider(testContext, { id: slow.id, active: false });
    await delivery;
    const handed = (await read(ids)).filter(({ provider }) => provider === next.name);
    expect(handed.length).toBeGreaterThan(WAITING - 7);
    const { candidates } = handed.at(-1)!.attempts[0]!;
    expect(candidates[0]).toMatchObject({ provider: next.name, rank: 1, reason: 'chosen' });
    expect(candidates).toContainEqual({ provider: slow.name, rank: null, reason: 'paused' });
  });

  it('a priority that is paused keeps its place, and goes out when it is resumed', async () => {
    const slow = await makeSlow();
    const ids = await makeWaiting([slow.name]);
    const delivery = deliverMessages(worker, ids);
    await arrival(slow.server, 2);
    await pauseLow();
    await delivery;
    expect(slow.server.mails.length).toBeLessThan(2 + 5);
    const kept = (await read(ids)).filter(({ status }) => status !== 'sent');
    expect(kept).toHaveLength(WAITING - slow.server.mails.length);
    for (const message of kept)
      expect(message).toMatchObject({ status: 'queued', attempts: [], retryCount: 0 });
    await pausePriorities(testContext, { priorities: ['low'], paused: false });
    await deliverMessages(worker, ids);
    expect(slow.server.mails).toHaveLength(WAITING);
  });

  it('what expires is not sent', async () => {
    const slow = await makeSlow();
    const ids = await makeWaiting([slow.name]);
    const deadline = await expireIn(2.5 * SLOW_MS, ids);
    await deliverMessages(worker, ids);
    const messages = await read(ids);
    const sent = messages.filter(({ status }) => status === 'sent');
    expect(sent.length).toBeLessThan(WAITING);
    for (const { attempts } of sent)
      expect(Date.parse(attempts[0]!.startedAt)).toBeLessThan(deadline + SLOW_MS / 2);
    for (const message of messages.filter((each) => !sent.includes(each)))
      expect(message).toMatchObject({ status: 'failed', reason: 'expired', attempts: [] });
  });
});

describe('before another provider takes over', () => {
  async function failOverDuring(change: () => Promise<unknown>, lifeMs?: number) {
    const failing = await makeFailing(300);
    const healthy = await makeProvider();
    const { id } = await makeMessage({ priority: 'low', providers: [failing.name, healthy.name] });
    if (lifeMs) await expireIn(lifeMs, [id]);
    const delivery = deliverMessages(worker, [id]);
    await sleep(100);
    await change();
    await delivery;
    return { id, healthy, message: await getMessage(testContext, id) };
  }

  it('a message whose priority was paused keeps its place, and the attempt is told', async () => {
    const { id, healthy, message } = await failOverDuring(pauseLow);
    expect(message).toMatchObject({ status: 'queued', retryCount: 0 });
    expect(message.attempts).toHaveLength(1);
    expect(message.attempts[0]!.outcomes[0]).toMatchObject({ outcome: 'refused', fault: 'provider' });
    await pausePriorities(testContext, { priorities: ['low'], paused: false });
    await deliverMessages(worker, [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sent', provider: healthy.name });
  });

  it('a message that expired ends', async () => {
    const { message } = await failOverDuring(async () => undefined, 150);
    expect(message).toMatchObject({ status: 'failed', reason: 'expired' });
    expect(message.attempts).toHaveLength(1);
    expect(message.recipients[0]!.status).toBe('failed');
  });
});
