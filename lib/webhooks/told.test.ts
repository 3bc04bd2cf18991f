import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverOne } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { receive, sendDue, spreadUntil, useNoWebhooks, writeEvent } from '@/lib/testing/webhooks';
import { deleteWebhook, rotateWebhookSecret, updateWebhook } from './change';
import { listDeliveries } from './deliveries';
import { getWebhook } from './list';
import { spreadAll } from './spread';
import { testWebhook } from './test-webhook';

useTestDatabase();
allowLoopbackTargets();

useNoWebhooks();

describe('what is told', () => {
  it('is signed, in the words of the API, with what belongs to the message', async () => {
    await makeProvider({ name: 'carrier' });
    const { calls, webhook } = await receive();
    const message = await deliverOne({ tags: ['receipt'], metadata: { invoice: '13' } });
    await spreadUntil(2);
    await sendDue();
    const bodies = calls.map(({ body }) => JSON.parse(body.toString()));
    const sent = bodies.find(({ type }) => type === 'message.sent');
    expect(sent).toEqual({
      type: 'message.sent',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      data: expect.objectContaining({
        messageId: message.id,
        sequence: 2,
        recipient: 'ana@example.com',
        provider: 'carrier',
        tags: ['receipt'],
        metadata: { invoice: '13' },
      }),
    });
    expect(bodies.find(({ type }) => type === 'message.queued').data.sequence).toBe(1);
    const { headers, body } = calls[0]!;
    const key = Buffer.from(webhook.secret.slice('whsec_'.length), 'base64');
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(300);
    expect(headers['content-type']).toBe('application/json');
  });

  it('is only what it asked for, and only of its company', async () => {
    const [own, other] = await Promise.all([makeCompany(), makeCompany()]);
    const { webhook } = await receive(undefined, { events: ['message.bounced'], company: own.id });
    const wanted = await writeEvent('bounced', newId(), own.id);
    await writeEvent('bounced', newId(), other.id);
    await writeEvent('bounced');
    await writeEvent('sent', newId(), own.id);
    const { webhook: all } = await receive(undefined, { name: 'All' });
    const last = await writeEvent('sent');
    await spreadUntil(2);
    const told = await sql()`select webhook_id, event_id from webhook_deliveries order by created_at`;
    expect(new Set(told.map((row) => `${row.webhook_id} ${row.event_id}`))).toEqual(
      new Set([`${webhook.id} ${wanted}`, `${all.id} ${last}`]),
    );
  });

  it('is each event once, whoever reads them at the same time', async () => {
    await receive();
    const messageId = newId();
    const ids = [];
    for (let n = 0; n < 40; n++) ids.push(await writeEvent('opened', messageId));
    await until(async () => {
      await Promise.all(Array.from({ length: 5 }, spreadAll));
      const [row] = await sql()`select count(*)::int as count from webhook_deliveries`;
      expect(row!.count).toBeGreaterThanOrEqual(ids.length);
    });
    const rows =
      await sql()`select event_id, payload::json -> 'data' ->> 'sequence' as sequence from webhook_deliveries`;
    expect(rows.map((row) => row.event_id).toSorted()).toEqual(ids.toSorted());
    expect(rows.map((row) => Number(row.sequence)).toSorted((a, b) => a - b)).toEqual(
      ids.map((_, at) => at + 1),
    );
  });

  it('has signatures of both secrets while one replaces another', async () => {
    const { calls, webhook } = await receive();
    const { secret } = await rotateWebhookSecret(testContext, { id: webhook.id, graceHours: 1 });
    await testWebhook(testContext, { id: webhook.id });
    expect(String(calls[0]!.headers['webhook-signature']).split(' ')).toHaveLength(2);
    await rotateWebhookSecret(testContext, { id: webhook.id, graceHours: 0 });
    await testWebhook(testContext, { id: webhook.id });
    expect(String(calls[1]!.headers['webhook-signature']).split(' ')).toHaveLength(1);
    const [row] = await sql()`select string_agg(sealed, ' ') as sealed from webhook_secrets`;
    expect(row!.sealed).not.toContain(secret.slice(6));
  });
});

describe('who may have which', () => {
  it('a company sees and changes its own alone', async () => {
    const [own, other] = await Promise.all([makeCompany(), makeCompany()]);
    const { webhook } = await receive(undefined, { company: own.id });
    const stranger = { ...commandContext(), companyId: other.id };
    await expect(getWebhook(stranger, { id: webhook.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteWebhook(stranger, { id: webhook.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(listDeliveries(stranger, { id: webhook.id, limit: 5 })).rejects.toMatchObject({
      code: 'not_found',
    });
    await deleteWebhook({ ...commandContext(), companyId: own.id }, { id: webhook.id });
  });

  it('a private place is refused when it is saved, and the old one stays', async () => {
    const { webhook } = await receive();
    const patch = { id: webhook.id, url: 'https://169.254.169.254/latest/meta-data' };
    await expect(updateWebhook(testContext, patch)).rejects.toMatchObject({
      code: 'validation_failed',
      options: { errors: [{ path: 'url', code: 'private_target' }] },
    });
    expect((await getWebhook(testContext, { id: webhook.id })).url).toBe(webhook.url);
  });
});
