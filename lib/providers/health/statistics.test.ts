import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { beginAttempt } from '@/lib/delivery/begin-attempt';
import { claimMessages } from '@/lib/delivery/claim';
import { deliverMessages } from '@/lib/delivery/deliver';
import { settle } from '@/lib/delivery/settle';
import { newId } from '@/lib/ids';
import { deleteProvider } from '@/lib/providers/delete';
import { updateProvider } from '@/lib/providers/update';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { testProvider } from './connection-test';
import { getProviderStatistics } from './statistics';

useTestDatabase();
useOneTry();

const worker = newId();
const statistics = (id: string) => getProviderStatistics(testContext, { id });

async function send(provider: string, to: string | string[] = 'ana@example.com', count = 1) {
  const made = await Promise.all(
    Array.from({ length: count }, () => makeMessage({ to, providers: [provider] })),
  );
  await deliverMessages(
    worker,
    made.map(({ id }) => id),
  );
}

describe('getProviderStatistics', () => {
  it('of a provider that was never used', async () => {
    const { id } = await makeProvider();
    expect(await statistics(id)).toEqual({
      sent: 0,
      captured: 0,
      failed: 0,
      successRate: null,
      sentToday: 0,
      sentThisMonth: 0,
      capturedToday: 0,
      capturedThisMonth: 0,
      consecutiveFailures: 0,
      costThisMonth: '0',
      costTotal: '0',
      lastUsedAt: null,
      lastCheckAt: null,
      averageMs: null,
    });
  });

  it('counts attempts, what they cost and when', async () => {
    const { id, name } = await makeProvider({ costPerMessage: '0.0008' });
    const { at } = await testProvider(testContext, { id });
    await send(name, 'ana@example.com', 25);
    await send(name, 'bounce@sandbox.test');
    await send(name, ['ana@example.com', 'bounce@sandbox.test']);
    expect(await statistics(name)).toMatchObject({
      sent: 26,
      failed: 1,
      // A wrong address is no fault of it.
      successRate: 1,
      sentToday: 26,
      sentThisMonth: 26,
      consecutiveFailures: 0,
      costThisMonth: '0.0208',
      costTotal: '0.0208',
      lastUsedAt: expect.any(String),
      lastCheckAt: at,
      averageMs: expect.any(Number),
    });
  });

  it('tells today and this month from what was before', async () => {
    const { id, name } = await makeProvider({ costPerMessage: '1' });
    await send(name);
    await sql()`
      insert into delivery_days (provider_id, day, category, attempts_sent, attempts_failed, duration_ms_sum, cost_micros, last_used_at)
      select ${id}, (now() at time zone 'utc')::date - days, 'transactional', 10, 30, 800, 5000000, now() - make_interval(days => days)
      from unnest(array[40, 400]) as days`;
    expect(await statistics(id)).toMatchObject({
      sent: 21,
      failed: 60,
      sentToday: 1,
      sentThisMonth: 1,
      costThisMonth: '1',
      costTotal: '11',
    });
  });

  it('counts failures of its own in a row, until one succeeds', async () => {
    const { id, name } = await makeProvider({ settings: { behaviour: 'down' } });
    await send(name, 'ana@example.com', 3);
    await send(name);
    expect(await statistics(id)).toMatchObject({
      sent: 0,
      failed: 4,
      successRate: 0,
      consecutiveFailures: 4,
    });
    await updateProvider(testContext, { id, settings: { behaviour: 'address' } });
    await send(name);
    expect(await statistics(id)).toMatchObject({ sent: 1, failed: 4, consecutiveFailures: 0 });
    await send(name, 'down@sandbox.test');
    expect((await statistics(id)).consecutiveFailures).toBe(1);
    await send(name, 'bounce@sandbox.test');
    expect((await statistics(id)).consecutiveFailures).toBe(0);
  });

  it('counts a result once, however often it is written', async () => {
    const { id, name } = await makeProvider();
    const message = await makeMessage({ providers: [name] });
    const [claimed] = await claimMessages(worker, [message.id]);
    const attempt = { id: newId(), durationMs: 50, costMicros: 7, outcomes: [] };
    const { claimNo, recipients } = claimed!;
    const claim = { messageId: message.id, workerId: worker, claimNo };
    await beginAttempt({
      ...attempt,
      ...claim,
      providerId: id,
      provider: name,
      candidates: [],
      sizeBytes: 0,
      longestMs: 60_000,
    });
    const outcomes = [{ address: 'ana@example.com', outcome: 'accepted' as const }];
    for (let repeat = 0; repeat < 3; repeat++)
      await settle({
        ...claim,
        channel: 'email',
        companyId: null,
        type: null,
        category: 'transactional',
        status: 'sent',
        reason: null,
        retryMs: null,
        retryCount: 0,
        providerId: id,
        recipients,
        attempts: [{ ...attempt, outcomes }],
        events: [],
      });
    expect(await statistics(id)).toMatchObject({ sent: 1, averageMs: 50, costTotal: '0.000007' });
  });

  it('adds up right when many results of many providers are written at once', async () => {
    // A breaker that opens on the way would keep the rest from being tried, sooner or later by chance.
    await updateSettings(testContext, { delivery: { breaker: { failures: 1_000 } } });
    const providers = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        makeProvider({ settings: index % 2 ? { behaviour: 'down' } : {} }),
      ),
    );
    await Promise.all(
      providers.flatMap(({ name }) => Array.from({ length: 10 }, () => send(name, 'ana@example.com', 8))),
    );
    for (const [index, { id }] of providers.entries())
      expect(await statistics(id)).toMatchObject(
        index % 2
          ? { sent: 0, failed: 80, consecutiveFailures: 80 }
          : { sent: 80, failed: 0, consecutiveFailures: 0 },
      );
  });

  it('does not find what is not there, and a delivery outlives its provider', async () => {
    await expect(statistics(newId())).rejects.toMatchObject({ code: 'not_found' });
    const { id, name } = await makeProvider();
    await send(name);
    await deleteProvider(testContext, { id });
    expect(await sql()`select from delivery_minutes where provider_id = ${id}`).toHaveLength(1);
    expect(await sql()`select from provider_health where provider_id = ${id}`).toHaveLength(0);
  });
});
