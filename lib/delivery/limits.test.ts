import { describe, expect, it } from 'vitest';
import { returnLeases } from '@/lib/capacity/leases';
import { leaseUnits } from '@/lib/capacity/usage-windows';
import { sql } from '@/lib/database/db';
import { getMessage } from '@/lib/messages/get';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { updateProvider } from '@/lib/providers/update';
import { getStatistics } from '@/lib/statistics/get';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverMany, worker } from '@/lib/testing/deliver';
import { makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { untilDelivered } from './claim-and-run';
import { pullLines } from './pull-lines';

useTestDatabase();
useOneTry();

async function readWhen(ids: string[]) {
  await untilDelivered(AbortSignal.timeout(10_000));
  return Promise.all(ids.map((id) => getMessage(testContext, id)));
}

const count = (messages: { status: string }[], status: string) =>
  messages.filter((message) => message.status === status).length;

const used = async (id: string, unit: string) =>
  Number((await sql()`select used from usage_windows where owner_id = ${id} and unit = ${unit}`)[0]?.used);

/** Windows end at full hours and midnights: what is sent must lie in one. */
const LIMITS = { month: 10 };

describe('a limit', () => {
  it('keeps a tenth back for urgent messages; the others wait for the renewal', async () => {
    const { id, name } = await makeProvider({ limits: LIMITS });
    const messages = await deliverMany(12, { providers: [name] });
    expect([count(messages, 'sent'), count(messages, 'parked')]).toEqual([9, 3]);
    const parked = messages.find(({ status }) => status === 'parked')!;
    expect(parked).toMatchObject({ reason: 'no_room', retryCount: 0, attempts: [] });
    const renewal = new Date(parked.dueAt!);
    expect([renewal.getUTCDate(), renewal.getUTCHours(), renewal.getUTCSeconds()]).toEqual([1, 0, 1]);
    expect(parked.events.at(-1)).toMatchObject({
      type: 'parked',
      detail: { reason: 'no_room', until: expect.any(String) },
    });
    const urgent = await deliverMany(2, { providers: [name], priority: 'urgent' });
    expect([count(urgent, 'sent'), count(urgent, 'parked')]).toEqual([1, 1]);
    expect(await used(id, 'month')).toBe(10);
  });

  it('counts recipients, as the providers do', async () => {
    const { name } = await makeProvider({ limits: LIMITS });
    const to = ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'];
    const messages = await deliverMany(4, { providers: [name], to });
    expect([count(messages, 'sent'), count(messages, 'parked')]).toEqual([2, 2]);
  });

  it('hands over to a provider that has room, and the attempt says why', async () => {
    const full = await makeProvider({ limits: { month: 1 }, priority: 95 });
    const backup = await makeProvider();
    const providers = [full.name, backup.name];
    await deliverMany(1, { providers });
    const [message] = await deliverMany(1, { providers });
    expect(message).toMatchObject({ status: 'sent', provider: backup.name });
    expect(message!.attempts[0]!.candidates).toContainEqual(
      expect.objectContaining({ provider: full.name, rank: null, reason: 'limit_month' }),
    );
  });

  it('is not spent by a provider that fails', async () => {
    const { id, name } = await makeProvider({ limits: { month: 1000 } });
    await deliverMany(3, { providers: [name], to: 'down@sandbox.test' });
    await returnLeases();
    expect(await used(id, 'month')).toBe(0);
  });

  it('that is raised lets what waits go', async () => {
    const { id, name } = await makeProvider({ limits: { month: 1 } });
    const [, parked] = await deliverMany(2, { providers: [name] });
    expect(parked!.status).toBe('parked');
    await updateProvider(testContext, { id, limits: { month: 100 } });
    forgetFacts();
    await pullLines(worker);
    expect(await readWhen([parked!.id])).toMatchObject([{ status: 'sent' }]);
  });

  it('that is new counts what was sent before it', async () => {
    const { id, name } = await makeProvider();
    await deliverMany(8, { providers: [name] });
    await updateProvider(testContext, { id, limits: { month: 10 } });
    expect(count(await deliverMany(3, { providers: [name] }), 'sent')).toBe(1);
  });

  it('makes a line: each coming window is booked as full as it may be, and who comes anew goes behind', async () => {
    const { name } = await makeProvider({ limits: { day: 2 } });
    const messages = await deliverMany(6, { providers: [name] });
    const days = messages.filter(({ status }) => status === 'parked').map(({ dueAt }) => dueAt!.slice(0, 10));
    expect(new Set(days).size).toBe(5);
    await sql()`update usage_windows set used = 0`;
    await returnLeases();
    expect(await deliverMany(1, { providers: [name] })).toMatchObject([
      { status: 'parked', reason: 'no_room' },
    ]);
    expect(count(await deliverMany(1, { providers: [name], priority: 'urgent' }), 'sent')).toBe(1);
  });

  it('lets a message with more recipients than it has room for go in a fresh window', async () => {
    const { name } = await makeProvider({ limits: { month: 2 } });
    const to = ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'];
    expect(await deliverMany(1, { providers: [name], to })).toMatchObject([{ status: 'sent' }]);
  });

  it('is never overdrawn by workers that ask at the same time', async () => {
    const { id } = await makeProvider({ limits: { month: 100 } });
    const startsAt = new Date(Date.UTC(2026, 0, 1));
    const endsAt = new Date(Date.UTC(2126, 0, 1));
    const limits = [
      { unit: 'month' as const, startsAt, endsAt, capacity: 100, perUnit: 1 },
      { unit: 'day' as const, startsAt, endsAt, capacity: 70, perUnit: 1 },
    ];
    const grants = await Promise.all(Array.from({ length: 40 }, () => leaseUnits(id, limits, 3)));
    expect(grants.reduce((sum, { units }) => sum + units, 0)).toBe(70);
    expect(grants.filter(({ binding }) => binding === 'day').length).toBeGreaterThan(10);
    expect(await used(id, 'month')).toBe(70);
  });
});

describe('a budget', () => {
  it('that is hard stops at its end; the monthly fee is paid out of it', async () => {
    const { name } = await makeProvider({
      costPerMessage: '0.5',
      monthlyFee: '8',
      budget: { monthly: '10', hard: true },
    });
    const messages = await deliverMany(6, { providers: [name] });
    expect([count(messages, 'sent'), count(messages, 'parked')]).toEqual([4, 2]);
  });

  it('counts recipients, those refused left out, and its window, the figures and the first page say the same', async () => {
    const { id, name } = await makeProvider({ costPerMessage: '1', budget: { monthly: '10', hard: true } });
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((each) => `${each}@example.com`) as [string, ...string[]];
    const to = [a!, b!, c!, d!, 'bounce@sandbox.test'];
    const messages = await deliverMany(2, { providers: [name], to });
    expect(messages).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
    expect(messages[0]!.attempts[0]).toMatchObject({ cost: '4' });
    await returnLeases();
    expect(await used(id, 'budget')).toBe(8_000_000);
    const standing = async () => {
      const { providers, costs, attention } = await getStatistics(testContext);
      return {
        cost: costs.providers.find((each) => each.id === id),
        full: providers.find((each) => each.id === id)?.full,
        types: attention.filter((each) => 'use' in each && each.provider.id === id).map(({ type }) => type),
      };
    };
    expect(await standing()).toMatchObject({ cost: { today: '8', budget: { used: '8' } }, full: null });
    expect(await deliverMany(1, { providers: [name], to: [a!, b!, c!] })).toMatchObject([
      { status: 'parked' },
    ]);
    // Urgent: past the one that waits.
    const last = await deliverMany(1, { providers: [name], to: [a!, b!], priority: 'urgent' });
    expect(last).toMatchObject([{ status: 'sent' }]);
    await returnLeases();
    expect(await used(id, 'budget')).toBe(10_000_000);
    expect(await standing()).toMatchObject({
      cost: { budget: { used: '10' } },
      full: { unit: 'budget' },
      types: ['budget_used'],
    });
  });

  it('may pay for more messages than a number of 32 bits counts', async () => {
    const { name } = await makeProvider({
      costPerMessage: '0.0001',
      budget: { monthly: '999999', hard: true },
    });
    expect(await deliverMany(1, { providers: [name] })).toMatchObject([{ status: 'sent' }]);
  });

  it('that is soft puts the provider behind the others', async () => {
    const soft = await makeProvider({
      costPerMessage: '1',
      budget: { monthly: '2', hard: false },
      priority: 100,
    });
    const dear = await makeProvider({ priority: 99 });
    expect(await deliverMany(2, {})).toMatchObject([{ provider: soft.name }, { provider: soft.name }]);
    expect(await deliverMany(1, {})).toMatchObject([{ provider: dear.name }]);
    await updateProvider(testContext, { id: dear.id, active: false });
  });
});

it('a provider that says its quota is used up is passed over until then, and is not ill', async () => {
  const { id, name } = await makeProvider({ settings: { behaviour: 'quota' }, priority: 100 });
  const backup = await makeProvider();
  const providers = [name, backup.name];
  expect(await deliverMany(1, { providers })).toMatchObject([{ status: 'sent', provider: backup.name }]);
  const [second] = await deliverMany(1, { providers });
  expect(second!.attempts).toHaveLength(1);
  expect(second!.attempts[0]!.candidates).toContainEqual(
    expect.objectContaining({ provider: name, reason: 'limit_provider' }),
  );
  const [health] = await sql()`select consecutive_failures from provider_health where provider_id = ${id}`;
  expect(health!.consecutive_failures).toBe(0);
});
