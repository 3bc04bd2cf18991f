import { beforeEach, expect } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { createWebhook } from '@/lib/webhooks/create';
import { claimDue, deliver } from '@/lib/webhooks/deliver';
import { listDeliveries } from '@/lib/webhooks/deliveries';
import { WebhookInput } from '@/lib/webhooks/schema';
import { spreadAll } from '@/lib/webhooks/spread';
import { type ApiAnswer, startApiServer } from './api-server';
import { testContext } from './factories';
import { until } from './until';

/** Each test begins with none. After `useTestDatabase`. */
export function useNoWebhooks(): void {
  beforeEach(async () => {
    await sql()`delete from webhooks`;
    await sql()`delete from webhook_deliveries`;
    await sql()`delete from webhook_secrets`;
  });
}

export const makeWebhook = (input: object) => createWebhook(testContext, WebhookInput.parse(input));

/** A receiver, and a webhook that leads there. */
export async function receive(
  answer: (count: number) => ApiAnswer = () => ({ status: 204 }),
  input: object = {},
) {
  let count = 0;
  const server = await startApiServer(() => answer(++count));
  const webhook = await makeWebhook({ name: 'Shop', url: `${server.url}/hook`, ...input });
  return { calls: server.calls, webhook };
}

export async function writeEvent(type: string, messageId = newId(), companyId: string | null = null) {
  const id = newId();
  await sql()`
    insert into events (id, message_id, company_id, type, at, recipient)
    values (${id}, ${messageId}, ${companyId}, ${type}, now(), 'ana@example.com')`;
  return id;
}

/** Other databases of the same server may hold up the end of what is read for a moment. */
export async function spreadUntil(count: number) {
  await until(async () => {
    await spreadAll();
    const [row] = await sql()`select count(*)::int as count from webhook_deliveries`;
    expect(row!.count).toBeGreaterThanOrEqual(count);
  });
}

export async function sendDue() {
  const signal = new AbortController().signal;
  return Promise.all((await claimDue()).map((claimed) => deliver(claimed, signal)));
}

export const makeDue = () => sql()`update webhook_deliveries set next_at = now() where next_at is not null`;
export const deliveriesOf = async (id: string) => (await listDeliveries(testContext, { id, limit: 50 })).data;
