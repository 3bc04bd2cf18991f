import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import {
  deliveriesOf,
  makeDue,
  receive,
  sendDue,
  spreadUntil,
  useNoWebhooks,
  writeEvent,
} from '@/lib/testing/webhooks';
import { updateWebhook } from './change';
import { claimDue } from './deliver';
import { webhooksInNeed } from './in-need';
import { getWebhook } from './list';
import { WebhookPump } from './pump';
import { replayWebhook } from './replay';
import { ReplayInput } from './schema';

useTestDatabase();
allowLoopbackTargets();

useNoWebhooks();

describe('what it does not take', () => {
  it('is tried again under the same id, and told with its answer', async () => {
    const { calls, webhook } = await receive((count) => ({
      status: count === 1 ? 500 : 200,
      body: 'x'.repeat(9_000),
    }));
    await writeEvent('sent');
    await spreadUntil(1);
    await sendDue();
    const [waiting] = await deliveriesOf(webhook.id);
    expect(waiting).toMatchObject({ state: 'waiting', tries: [{ status: 500, cause: null }] });
    expect(waiting!.reply).toBe('x'.repeat(4096));
    expect(Date.parse(waiting!.nextAt!)).toBeGreaterThan(Date.now());
    expect((await getWebhook(testContext, { id: webhook.id })).state).toBe('failing');
    await makeDue();
    await sendDue();
    expect(await deliveriesOf(webhook.id)).toMatchObject([
      { state: 'delivered', nextAt: null, tries: [{ status: 500 }, { status: 200 }] },
    ]);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(calls.map(({ body }) => body.toString())).size).toBe(1);
    expect((await getWebhook(testContext, { id: webhook.id })).state).toBe('on');
  });

  it.each([301, 302, 308, 400, 404])('%i is a no, and nothing is followed', async (status) => {
    const { calls, webhook } = await receive(() => ({ status, headers: { location: '/elsewhere' } }));
    await writeEvent('sent');
    await spreadUntil(1);
    await sendDue();
    expect(await deliveriesOf(webhook.id)).toMatchObject([{ state: 'waiting', tries: [{ status }] }]);
    expect(calls.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('is given up after ten tries', async () => {
    const { calls, webhook } = await receive(() => ({ status: 500 }));
    await writeEvent('sent');
    await spreadUntil(1);
    for (let n = 0; n < 12; n++) {
      await makeDue();
      await sendDue();
    }
    expect(calls).toHaveLength(10);
    expect(await deliveriesOf(webhook.id)).toMatchObject([{ state: 'failed', nextAt: null }]);
  });

  it('waits where it asks for a pause, all of it', async () => {
    const { calls, webhook } = await receive(() => ({ status: 429, headers: { 'retry-after': '600' } }));
    await writeEvent('sent');
    await spreadUntil(1);
    await sendDue();
    const { pausedUntil } = await getWebhook(testContext, { id: webhook.id });
    expect(Date.parse(pausedUntil!)).toBeGreaterThan(Date.now() + 500_000);
    await writeEvent('sent');
    await spreadUntil(2);
    await makeDue();
    await sendDue();
    expect(calls).toHaveLength(1);
  });

  it('switches it off where it says that it is gone, with a word to people', async () => {
    const { webhook } = await receive(() => ({ status: 410 }));
    await writeEvent('sent');
    await spreadUntil(1);
    await sendDue();
    expect(await getWebhook(testContext, { id: webhook.id })).toMatchObject({
      active: false,
      state: 'stopped',
      stoppedBecause: 'gone',
    });
    expect(await webhooksInNeed(testContext)).toMatchObject([{ id: webhook.id, because: 'gone' }]);
    const audited =
      await sql()`select actor_type from audit_log where action = 'webhook.stop' and subject_id = ${webhook.id}`;
    expect(audited).toEqual([{ actor_type: 'job' }]);
    await updateWebhook(testContext, { id: webhook.id, active: true });
    expect(await webhooksInNeed(testContext)).toEqual([]);
  });

  it('switches it off after five days, and not before', async () => {
    const { webhook } = await receive(() => ({ status: 500 }));
    const failFor = async (days: number) => {
      await sql()`update webhooks set failing_since = now() - make_interval(days => ${days}) where id = ${webhook.id}`;
      await makeDue();
      await sendDue();
      return (await getWebhook(testContext, { id: webhook.id })).state;
    };
    await writeEvent('sent');
    await spreadUntil(1);
    expect(await failFor(4)).toBe('failing');
    expect(await failFor(6)).toBe('stopped');
  });
});

describe('two processes, and one that dies', () => {
  it('no delivery is in two hands, and what a dead one had is due again', async () => {
    const { webhook } = await receive();
    for (let n = 0; n < 6; n++) await writeEvent('sent');
    await spreadUntil(6);
    const hands = await Promise.all([claimDue(), claimDue(), claimDue()]);
    const ids = hands.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(6);
    expect(await claimDue()).toEqual([]);
    // Nobody came back from it.
    await sql()`update webhook_deliveries set next_at = next_at - interval '10 minutes'`;
    expect((await claimDue()).length).toBeGreaterThan(0);
    expect((await getWebhook(testContext, { id: webhook.id })).waiting).toBe(6);
  });

  it('a silent one holds up no other', async () => {
    const silent = await receive(() => 'silent', { name: 'Silent' });
    const quick = await receive(undefined, { name: 'Quick' });
    for (let n = 0; n < 30; n++) await writeEvent('sent');
    await spreadUntil(60);
    const pump = new WebhookPump();
    try {
      await until(() => expect(quick.calls.length).toBeGreaterThanOrEqual(30));
      expect(silent.calls.length).toBeLessThan(30);
    } finally {
      await pump.stop();
    }
    const left = await deliveriesOf(silent.webhook.id);
    expect(left.every(({ state }) => state === 'waiting')).toBe(true);
  });
});

describe('a replay', () => {
  const replay = (input: object) => replayWebhook(testContext, { ...ReplayInput.parse(input), id: current });
  let current: string;

  it('tells one again by its id, and a span with what was never told', async () => {
    const since = new Date(Date.now() - 1_000).toISOString();
    const early = await writeEvent('sent');
    const { calls, webhook } = await receive();
    current = webhook.id;
    await writeEvent('sent');
    await spreadUntil(1);
    await sendDue();
    const [done] = await deliveriesOf(webhook.id);
    expect(await replay({ delivery: done!.id })).toMatchObject({ matched: 1, replayed: 1 });
    await sendDue();
    expect(calls.map(({ headers }) => headers['webhook-id'])).toEqual([done!.id, done!.id]);
    expect(await replay({ since, dryRun: true })).toMatchObject({ replayed: 0 });
    const { matched, replayed } = await replay({ since });
    expect(matched).toBe(replayed);
    const rows =
      await sql()`select event_id from webhook_deliveries where webhook_id = ${webhook.id} and state = 'waiting'`;
    expect(rows.map((row) => row.event_id)).toContain(early);
  });

  it('of what failed is of nothing else', async () => {
    const { webhook } = await receive((count) => ({ status: count === 1 ? 410 : 200 }));
    current = webhook.id;
    await writeEvent('sent');
    await spreadUntil(1);
    await sendDue();
    const since = new Date(Date.now() - 60_000).toISOString();
    await expect(replay({ since, failed: true })).rejects.toMatchObject({ code: 'conflict' });
    await updateWebhook(testContext, { id: webhook.id, active: true });
    expect(await replay({ since, failed: true })).toMatchObject({ matched: 1, replayed: 1 });
    await sendDue();
    expect(await replay({ since, failed: true })).toMatchObject({ matched: 0, replayed: 0 });
  });

  it('of many goes on where the step before stopped', async () => {
    const since = new Date().toISOString();
    const { webhook } = await receive();
    current = webhook.id;
    const events: string[] = [];
    for (let n = 0; n < 3; n++) events.push(await writeEvent('sent'));
    const first = await replay({ since, limit: 2 });
    expect(first).toEqual({ matched: 3, replayed: 2, nextCursor: events[1] });
    expect(await replay({ since, limit: 2, cursor: events[1] })).toEqual({
      matched: 1,
      replayed: 1,
      nextCursor: null,
    });
    const rows =
      await sql()`select event_id from webhook_deliveries where webhook_id = ${webhook.id} order by event_id`;
    expect(rows.map((row) => row.event_id)).toEqual(events);
    await sendDue();
  });

  it('is never of all by an oversight, nor of a span that ends before it begins', () => {
    const [a, b] = ['2026-11-27T00:00:00Z', '2026-11-28T00:00:00Z'];
    expect(ReplayInput.safeParse({}).success).toBe(false);
    expect(ReplayInput.safeParse({ since: b, until: a }).success).toBe(false);
    expect(ReplayInput.safeParse({ since: a, until: b }).success).toBe(true);
  });
});
