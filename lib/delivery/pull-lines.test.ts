import { describe, expect, it } from 'vitest';
import { releaseMessages } from '@/lib/backlog/release';
import { returnLeases } from '@/lib/capacity/leases';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { cancelMessage } from '@/lib/messages/cancel';
import { getMessage } from '@/lib/messages/get';
import { resendMessage } from '@/lib/messages/resend';
import { forgetFacts, routingFacts } from '@/lib/providers/routing-facts';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { useOwnProviders } from '@/lib/testing/own-providers';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { untilDelivered } from './claim-and-run';
import { deliverMessages } from './deliver';
import { pullLines } from './pull-lines';

useTestDatabase();
useOneTry();
useOwnProviders();

const worker = newId();

async function make(count: number, input: Parameters<typeof makeMessage>[0]) {
  const ids: string[] = [];
  // One after the other, so that the order of their ids is that of the list.
  for (let n = 0; n < count; n++) ids.push((await makeMessage(input)).id);
  return ids;
}

async function deliver(count: number, input: Parameters<typeof makeMessage>[0]) {
  const ids = await make(count, input);
  forgetFacts();
  await deliverMessages(worker, ids);
  return read(ids);
}

/** By what this process knew of the line a moment before. */
async function deliverWithoutNews(count: number, input: Parameters<typeof makeMessage>[0]) {
  const ids = await make(count, input);
  await deliverMessages(worker, ids);
  return read(ids);
}

const read = (ids: string[]) => Promise.all(ids.map((id) => getMessage(testContext, id)));
const inLine = <M extends { reason: string | null }>(messages: M[]) =>
  messages.filter(({ reason }) => reason === 'no_room' || reason === 'paced');

async function pull() {
  forgetFacts();
  const taken = await pullLines(worker);
  await untilDelivered(AbortSignal.timeout(10_000));
  return taken;
}

/** As if the window had ended: what was used of it counts no more. */
async function renew(providerId: string) {
  await returnLeases();
  await sql()`update usage_windows set used = 0 where owner_id = ${providerId}`;
}

describe('a line that waits for room', () => {
  it('leaves no ghosts: who was canceled takes no room from who comes after', async () => {
    const { id, name } = await makeProvider({ limits: { day: 2 } });
    const parked = inLine(await deliver(8, { providers: [name] }));
    expect(parked).toHaveLength(7);
    for (const message of parked) await cancelMessage(testContext, { id: message.id });
    await renew(id);
    expect(await deliver(1, { providers: [name] })).toMatchObject([{ status: 'sent' }]);
  });

  it('is left by the urgent, for whom a part of each limit is kept, while there is no room for others', async () => {
    const { id, name } = await makeProvider({ limits: { day: 10 } });
    const normal = await deliver(10, { providers: [name] });
    expect(inLine(normal)).toHaveLength(1);
    await sql()`insert into provider_pace (provider_id, paused_until) values (${id}, now() + interval '30 seconds')`;
    const [urgent] = await deliver(1, { providers: [name], priority: 'urgent' });
    expect(urgent).toMatchObject({ reason: 'paced' });
    await sql()`update provider_pace set paused_until = now() where provider_id = ${id}`;
    await pull();
    expect(await read([urgent!.id])).toMatchObject([{ status: 'sent' }]);
    expect(inLine(await read(normal.map((message) => message.id)))).toHaveLength(1);
  });

  it('goes in its order once there is room again, whoever comes anew behind it', async () => {
    const { id, name } = await makeProvider({ limits: { day: 3 } });
    const parked = inLine(await deliver(5, { providers: [name] }));
    expect(parked).toHaveLength(3);
    await renew(id);
    const [late] = await deliver(1, { providers: [name] });
    expect(late).toMatchObject({ status: 'parked', reason: 'no_room', attempts: [] });
    await pull();
    const after = await read([...parked.map((each) => each.id), late!.id]);
    expect(after.map(({ status }) => status)).toEqual(['sent', 'sent', 'parked', 'parked']);
    // What waits on for the same has nothing to tell.
    expect(after[2]!.events.map(({ type }) => type)).toEqual(['queued', 'parked']);
  });

  it('lets nobody pass who comes before a process knows of it, though there is room by then', async () => {
    const { id, name } = await makeProvider({ limits: { day: 3 } });
    await deliver(1, { providers: [name] });
    const late = await makeMessage({ providers: [name] });
    await routingFacts();
    const parked = inLine(await deliverWithoutNews(3, { providers: [name] }));
    expect(parked).toHaveLength(2);
    await renew(id);
    await deliverMessages(worker, [late.id]);
    expect(await read([late.id])).toMatchObject([{ status: 'parked', reason: 'no_room', attempts: [] }]);
  });

  it('lets no small one pass a big one that has no room', async () => {
    const { name } = await makeProvider({ limits: { day: 10 } });
    await deliver(1, { providers: [name], to: Array.from({ length: 6 }, (_, n) => `u${n}@example.com`) });
    const big = await makeMessage({
      providers: [name],
      to: Array.from({ length: 4 }, (_, n) => `v${n}@example.com`),
    });
    const small = await makeMessage({ providers: [name] });
    await deliverMessages(worker, [big.id, small.id]);
    const next = await makeMessage({ providers: [name] });
    await deliverMessages(worker, [next.id]);
    expect((await read([big.id, small.id, next.id])).map(({ reason }) => reason)).toEqual(
      Array(3).fill('no_room'),
    );
  });

  it('is told about when each one will go: each coming window as full as the limit allows', async () => {
    const { name } = await makeProvider({ limits: { day: 2 } });
    const days = inLine(await deliver(6, { providers: [name] })).map(({ dueAt }) => dueAt!.slice(0, 10));
    expect(new Set(days).size).toBe(5);
  });

  it('is not moved by saving another provider, nor woken by one that could not carry it', async () => {
    const { name } = await makeProvider({ limits: { day: 2 } });
    const other = await makeProvider({ categories: ['marketing'] });
    const before = inLine(await deliver(8, { providers: undefined }));
    await updateProvider(testContext, { id: other.id, fromName: 'Another name' });
    expect(await releaseMessages(other.id)).toBe(0);
    const after = await read(before.map(({ id }) => id));
    expect(after.map(({ dueAt, provider }) => [dueAt, provider])).toEqual(
      before.map(({ dueAt }) => [dueAt, name]),
    );
  });

  it('goes through a provider that is added and has room, as far as it has', async () => {
    await makeProvider({ limits: { month: 2 } });
    const waiting = inLine(await deliver(6, {}));
    expect(waiting).toHaveLength(5);
    const added = await makeProvider({ limits: { month: 4 } });
    forgetFacts();
    expect(await releaseMessages(added.id)).toBe(3);
    await deliverMessages(
      worker,
      waiting.map(({ id }) => id),
    );
    const after = await read(waiting.map(({ id }) => id));
    expect(after.filter(({ status }) => status === 'sent').map(({ provider }) => provider)).toEqual(
      Array(3).fill(added.name),
    );
  });

  it('is left by who is sent again, and dissolves when its provider is paused', async () => {
    const { id, name } = await makeProvider({ limits: { month: 2 } });
    const [first, second] = inLine(await deliver(3, { providers: [name] }));
    await resendMessage(testContext, { id: first!.id });
    expect(await read([first!.id])).toMatchObject([{ status: 'queued', reason: null }]);
    await updateProvider(testContext, { id, active: false });
    await pull();
    await deliverMessages(worker, [second!.id]);
    expect(await read([second!.id])).toMatchObject([{ status: 'retrying', reason: 'no_provider' }]);
  });

  it('counts the recipients of before when the limit is new', async () => {
    const { id, name } = await makeProvider();
    const to = Array.from({ length: 10 }, (_, n) => `u${n}@example.com`);
    await deliver(3, { providers: [name], to });
    await updateProvider(testContext, { id, limits: { month: 40 } });
    await deliver(1, { providers: [name] });
    await returnLeases();
    const [row] = await sql()`select used from usage_windows where owner_id = ${id} and unit = 'month'`;
    expect(Number(row?.used)).toBe(31);
  });
});

describe('a provider that is asked too fast', () => {
  const THROTTLED = '454 4.7.0 Throttling failure: Maximum sending rate exceeded.';

  async function makeThrottling(replies: string[]) {
    const server = await startScriptedSmtp({
      get mail() {
        return replies.shift() ?? '250 2.1.0 Ok';
      },
    });
    const settings = { host: '127.0.0.1', port: server.port, security: 'none' };
    return { server, ...(await makeProvider({ kind: 'smtp', settings, limits: { second: 1 } })) };
  }

  /** The rate stays as low as the refusal left it: where it has grown again, two are taken at a time, and either may be the first to be sent. */
  const unpause = (id: string) => sql()`
    update provider_pace set paused_until = now(), next_at = now(), changed_at = now() + interval '1 minute'
    where provider_id = ${id}`;
  const health = async (id: string) =>
    (await sql()`select consecutive_failures, open_until from provider_health where provider_id = ${id}`)[0];

  it('keeps its message for a moment: no try of the schedule, no fault, no other provider', async () => {
    const { id, name, server } = await makeThrottling([THROTTLED]);
    const other = await makeProvider();
    const [message] = await deliver(1, { providers: [name, other.name] });
    expect(message).toMatchObject({ status: 'retrying', reason: 'paced', retryCount: 0, provider: name });
    expect(message!.attempts[0]!.outcomes[0]).toMatchObject({ fault: 'throttled' });
    expect(Date.parse(message!.dueAt!) - Date.now()).toBeLessThan(30_000);
    expect(await health(id)).toMatchObject({ consecutive_failures: 0, open_until: null });
    await unpause(id);
    await pull();
    expect(await read([message!.id])).toMatchObject([{ status: 'sent', provider: name }]);
    expect(server.mails).toHaveLength(1);
  });

  it('lets nobody pass who comes anew, but the urgent', async () => {
    const { id, name, server } = await makeThrottling([THROTTLED]);
    const [first] = await deliver(1, { providers: [name] });
    const [second] = await deliver(1, { providers: [name] });
    expect(second).toMatchObject({ status: 'queued', reason: 'paced', attempts: [] });
    for (let n = 0; n < 2; n++) {
      await unpause(id);
      await pull();
    }
    expect((await read([first!.id, second!.id])).map(({ status }) => status)).toEqual(['sent', 'sent']);
    const bodies = server.mails.map(({ raw }) => String(raw));
    expect(bodies.map((raw) => /<([\w-]+)@/.exec(raw)?.[1])).toEqual([first!.id, second!.id]);
  });

  it('is passed over where it asks for a long time, and the next one takes over', async () => {
    const { name } = await makeThrottling(['451 4.7.1 Too fast, try again in 10 minutes']);
    const other = await makeProvider();
    const providers = [name, other.name];
    const messages = [...(await deliver(1, { providers })), ...(await deliver(1, { providers }))];
    expect(messages.map(({ status, provider }) => [status, provider])).toEqual([
      ['sent', other.name],
      ['sent', other.name],
    ]);
  });
});
