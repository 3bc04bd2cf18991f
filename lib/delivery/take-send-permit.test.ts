import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { pausePriorities } from '@/lib/backlog/pause-priorities';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { closeAdapters } from '@/lib/providers/registry';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { type ScriptedSmtp, startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { deliverMessages } from './deliver';

useTestDatabase();
beforeEach(closeBreakers);
afterEach(async () => {
  await closeAdapters();
  await pausePriorities(testContext, { priorities: ['low'], paused: false });
  expect(await findViolations(sql())).toEqual([]);
});

const worker = newId();
const WAITING = 12;
const UNDER_WAY = 3;
const LIFE_MS = 3_600_000;

/** One connection, so three at once may be under way. The server keeps each waiting for its answer until it is told to give it. */
async function makeSlow(input: Parameters<typeof makeProvider>[0] = {}) {
  const reply = Promise.withResolvers<string>();
  const server = await startScriptedSmtp({ body: reply.promise });
  const settings = { host: '127.0.0.1', port: server.port, security: 'none', pool: { maxConnections: 1 } };
  const answer = () => reply.resolve('250 2.0.0 Ok: queued');
  return { server, answer, ...(await makeProvider({ kind: 'smtp', settings, ...input })) };
}

/** Refuses for a fault of its own, when it is told to. */
async function makeFailing() {
  const reply = Promise.withResolvers<string>();
  const { port, commands } = await startScriptedSmtp({ mail: reply.promise });
  const { name } = await makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none' },
  });
  const asked = () => until(() => expect(commands.at(-1)).toMatch(/^MAIL/));
  return { name, asked, refuse: () => reply.resolve('451 4.3.0 Out of order') };
}

async function makeWaiting(providers: string[]) {
  const made = Array.from({ length: WAITING }, () => makeMessage({ priority: 'low', providers }));
  return (await Promise.all(made)).map(({ id }) => id);
}

const read = (ids: string[]) => Promise.all(ids.map((id) => getMessage(testContext, id)));
const arrival = ({ mails }: ScriptedSmtp) => until(() => expect(mails).toHaveLength(1));
const limitLife = (ids: string[]) => sql()`
  update messages set expires_at = ${new Date(Date.now() + LIFE_MS)} where id = any(${ids}::uuid[])`;
const outliveAll = () => {
  const later = Date.now() + 2 * LIFE_MS;
  const clock = vi.spyOn(Date, 'now').mockReturnValue(later);
  onTestFinished(() => clock.mockRestore());
};
const pauseLow = () => pausePriorities(testContext, { priorities: ['low'], paused: true });

describe('while messages wait for their permit', () => {
  it('a provider that is paused gets no more than what is under way', async () => {
    const slow = await makeSlow();
    const ids = await makeWaiting([slow.name]);
    const delivery = deliverMessages(worker, ids);
    await arrival(slow.server);
    await updateProvider(testContext, { id: slow.id, active: false });
    slow.answer();
    await delivery;
    expect(slow.server.mails.length).toBeLessThanOrEqual(UNDER_WAY);
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
    await arrival(slow.server);
    await updateProvider(testContext, { id: slow.id, active: false });
    slow.answer();
    await delivery;
    const handed = (await read(ids)).filter(({ provider }) => provider === next.name);
    expect(handed.length).toBeGreaterThanOrEqual(WAITING - UNDER_WAY);
    const { candidates } = handed.at(-1)!.attempts[0]!;
    expect(candidates[0]).toMatchObject({ provider: next.name, rank: 1, reason: 'chosen' });
    expect(candidates).toContainEqual({ provider: slow.name, rank: null, reason: 'paused' });
  });

  it('a priority that is paused stays where it is, and goes out when it is resumed', async () => {
    const slow = await makeSlow();
    const ids = await makeWaiting([slow.name]);
    const delivery = deliverMessages(worker, ids);
    await arrival(slow.server);
    await pauseLow();
    slow.answer();
    await delivery;
    expect(slow.server.mails.length).toBeLessThanOrEqual(UNDER_WAY);
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
    await limitLife(ids);
    const delivery = deliverMessages(worker, ids);
    await arrival(slow.server);
    outliveAll();
    slow.answer();
    await delivery;
    const messages = await read(ids);
    const sent = messages.filter(({ status }) => status === 'sent');
    expect(sent.length).toBeLessThanOrEqual(UNDER_WAY);
    for (const message of messages.filter((each) => !sent.includes(each)))
      expect(message).toMatchObject({ status: 'failed', reason: 'expired', attempts: [] });
  });
});

describe('before another provider takes over', () => {
  async function failOverDuring(change: () => unknown) {
    const failing = await makeFailing();
    const healthy = await makeProvider();
    const { id } = await makeMessage({ priority: 'low', providers: [failing.name, healthy.name] });
    await limitLife([id]);
    const delivery = deliverMessages(worker, [id]);
    await failing.asked();
    await change();
    failing.refuse();
    await delivery;
    return { id, healthy, message: await getMessage(testContext, id) };
  }

  it('a message whose priority was paused stays where it is, and the attempt is told', async () => {
    const { id, healthy, message } = await failOverDuring(pauseLow);
    expect(message).toMatchObject({ status: 'queued', retryCount: 0 });
    expect(message.attempts).toHaveLength(1);
    expect(message.attempts[0]!.outcomes[0]).toMatchObject({ outcome: 'refused', fault: 'provider' });
    await pausePriorities(testContext, { priorities: ['low'], paused: false });
    await deliverMessages(worker, [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sent', provider: healthy.name });
  });

  it('a message that expired ends', async () => {
    const { message } = await failOverDuring(outliveAll);
    expect(message).toMatchObject({ status: 'failed', reason: 'expired' });
    expect(message.attempts).toHaveLength(1);
    expect(message.recipients[0]!.status).toBe('failed');
  });
});
