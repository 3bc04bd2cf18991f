import { beforeEach, describe, expect, it } from 'vitest';
import { probeProvider } from '@/lib/backlog/probe-provider';
import { releaseMessages } from '@/lib/backlog/release';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { cancelMessage } from '@/lib/messages/cancel';
import { getMessage } from '@/lib/messages/get';
import { resendMessages } from '@/lib/messages/resend-many';
import { ResendInput } from '@/lib/messages/schema';
import { deleteProvider } from '@/lib/providers/delete';
import { forgetFacts, routingFacts } from '@/lib/providers/routing-facts';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { deliverMessages } from './deliver';

useTestDatabase();
useOneTry();

const worker = newId();
let provider: Awaited<ReturnType<typeof makeProvider>>;

beforeEach(async () => {
  if (provider) await deleteProvider(testContext, provider).catch(() => undefined);
  provider = await makeProvider({ settings: { behaviour: 'down' } });
});

async function deliver(count: number) {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) {
    forgetFacts();
    const { id } = await makeMessage({ providers: [provider.name] });
    await deliverMessages(worker, [id]);
    ids.push(id);
  }
  return Promise.all(ids.map((id) => getMessage(testContext, id)));
}

async function again(id: string) {
  forgetFacts();
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

const health = async () =>
  (
    await sql()`
      select consecutive_failures as failures, open_until > now() as open, open_until is null as closed, probe_until is not null as probing
      from provider_health where provider_id = ${provider.id}`
  )[0];

const changes = async () =>
  (await sql()`select type from provider_changes where provider_id = ${provider.id} order by id`).map(
    ({ type }) => type,
  );

const jobs = async () =>
  (
    await sql()`
      select task_identifier as task, j.run_at > now() + interval '4 minutes' as later from graphile_worker.jobs j
      join graphile_worker._private_jobs p on p.id = j.id
      where p.payload->>'providerId' = ${provider.id} and task_identifier = 'probe'`
  ).map((row) => ({ ...row }));

const waitOver = () =>
  sql()`update provider_health set open_until = now() - interval '1 second' where provider_id = ${provider.id}`;
const mend = () => updateProvider(testContext, { id: provider.id, settings: { behaviour: 'address' } });

describe('the circuit breaker', () => {
  it('opens after five faults in a row; then nobody is sent into it and no try is spent', async () => {
    const messages = await deliver(7);
    expect(messages.map(({ status }) => status)).toEqual([...Array(5).fill('retrying'), 'parked', 'parked']);
    expect(messages.at(-1)).toMatchObject({ reason: 'breaker_open', retryCount: 0, attempts: [] });
    expect(messages.at(-1)!.dueAt).not.toBeNull();
    expect(messages.at(-1)!.provider).toBe(provider.name);
    expect(messages.at(-1)!.events.at(-1)!.detail!.candidates).toContainEqual({
      provider: provider.name,
      rank: null,
      reason: 'breaker_open',
      failures: 5,
      until: expect.any(String),
    });
    const filter = { status: ['parked' as const], provider: provider.name };
    expect(await resendMessages(testContext, ResendInput.parse({ filter, dryRun: true }))).toEqual({
      matched: 2,
      resent: 0,
    });
    expect(await health()).toMatchObject({ failures: 5, open: true });
    expect(await changes()).toEqual(['breaker_opened']);
    expect(await jobs()).toEqual([{ task: 'probe', later: true }]);
  });

  it('that stays open wakes what waits for it rarely, and each time it has nothing to tell', async () => {
    const [parked] = (await deliver(6)).slice(-1);
    for (const _ of [1, 2]) {
      await sql()`update messages set due_at = now() where id = ${parked!.id}`;
      const { status, events, dueAt } = await again(parked!.id);
      expect([status, ...events.map(({ type }) => type)]).toEqual(['parked', 'queued', 'parked']);
      const minutes = (Date.parse(dueAt!) - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(5 + 14);
      expect(minutes).toBeLessThan(5 + 31);
    }
  });

  it('does not open for faults of recipients', async () => {
    await mend();
    for (let count = 0; count < 7; count++) {
      const { id } = await makeMessage({ to: 'bounce@sandbox.test', providers: [provider.name] });
      await deliverMessages(worker, [id]);
    }
    expect(await health()).toMatchObject({ failures: 0, closed: true });
  });

  it('lets one probe pass when its time is over; success closes it and releases what waits', async () => {
    const parked = (await deliver(8)).slice(5);
    await mend();
    await waitOver();
    forgetFacts();
    await deliverMessages(
      worker,
      parked.map(({ id }) => id),
    );
    expect((await getMessage(testContext, parked[0]!.id)).status).toBe('parked');
    await probeProvider({ providerId: provider.id });
    const [first] = await sql()<{ id: string }[]>`
      select id from messages where status = 'queued' and id = any(${parked.map(({ id }) => id)}::uuid[])`;
    expect(await again(first!.id)).toMatchObject({ status: 'sent' });
    expect(await health()).toMatchObject({ failures: 0, closed: true });
    expect(await changes()).toEqual(['breaker_opened', 'breaker_closed']);
    const [release] = await sql()<{ early: boolean }[]>`
      select run_at < now() + interval '1 second' as early from graphile_worker.jobs
      where task_identifier = 'release' order by id desc limit 1`;
    expect(release).toEqual({ early: false });
    expect(await releaseMessages(provider.id)).toBe(2);
    for (const { id } of parked.slice(1)) expect((await again(id)).status).toBe('sent');
  });

  it('lets the probe pass though what is known was read a moment before its time was over', async () => {
    const parked = (await deliver(6)).at(-1)!;
    await mend();
    await sql()`update provider_health set open_until = now() + interval '400 ms' where provider_id = ${provider.id}`;
    forgetFacts();
    await routingFacts();
    await until(async () => expect(await health()).toMatchObject({ open: false }));
    await probeProvider({ providerId: provider.id });
    await deliverMessages(worker, [parked.id]);
    expect(await getMessage(testContext, parked.id)).toMatchObject({ status: 'sent' });
  });

  it('is probed by a check where the message that was woken to be the probe went elsewhere', async () => {
    const [parked] = (await deliver(6)).slice(-1);
    await mend();
    await waitOver();
    await probeProvider({ providerId: provider.id });
    await cancelMessage(testContext, { id: parked!.id });
    const [next] = await sql()<{ payload: { providerId: string; byCheck: boolean } }[]>`
      select payload from graphile_worker._private_jobs where key = ${`probe ${provider.id} check`}`;
    await probeProvider(next!.payload);
    expect(await health()).toMatchObject({ closed: true });
    // A message that became the probe all the same: nothing is left to check.
    await probeProvider(next!.payload);
    expect(await changes()).toEqual(['breaker_opened', 'breaker_closed']);
  });

  it('stays open after a failed probe', async () => {
    const parked = (await deliver(6)).at(-1)!;
    await waitOver();
    await probeProvider({ providerId: provider.id });
    expect(await again(parked.id)).toMatchObject({ status: 'retrying', reason: 'all_failed' });
    expect(await health()).toMatchObject({ failures: 6, open: true, probing: false });
    expect(await changes()).toEqual(['breaker_opened', 'probe_failed']);
  });

  it('lets the others wait while a probe is under way', async () => {
    await deliver(5);
    await waitOver();
    await sql()`update provider_health set probe_until = now() + interval '1 minute' where provider_id = ${provider.id}`;
    const [message] = await deliver(1);
    expect(message).toMatchObject({ status: 'parked', reason: 'breaker_open', attempts: [] });
  });

  it('lets one of many pass at the same moment', async () => {
    await deliver(5);
    await mend();
    await waitOver();
    forgetFacts();
    const made = await Promise.all(
      Array.from({ length: 10 }, () => makeMessage({ providers: [provider.name] })),
    );
    await deliverMessages(
      worker,
      made.map(({ id }) => id),
    );
    const after = await Promise.all(made.map(({ id }) => getMessage(testContext, id)));
    expect(after.filter(({ status }) => status === 'sent')).toHaveLength(1);
    expect(after.filter(({ status }) => status === 'parked')).toHaveLength(9);
  });
});

it('what is parked for a paused provider goes out when it is resumed', async () => {
  await updateProvider(testContext, { id: provider.id, active: false, settings: { behaviour: 'address' } });
  const { id } = await makeMessage({ providers: [provider.name] });
  for (let tries = 0; tries < 4; tries++) {
    await deliverMessages(worker, [id]);
    await sql()`update messages set due_at = now() where id = ${id} and status = 'retrying'`;
  }
  expect(await getMessage(testContext, id)).toMatchObject({ status: 'parked', reason: 'no_provider' });
  await updateProvider(testContext, { id: provider.id, active: true });
  expect(await releaseMessages(provider.id)).toBe(1);
  expect(await again(id)).toMatchObject({ status: 'sent' });
});
