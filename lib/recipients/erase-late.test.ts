import { beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { readInbound } from '@/lib/inbound/read-inbound';
import { getMessage } from '@/lib/messages/get';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeInbound, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { ago, apply, make, read } from '@/lib/testing/held-lists';
import { subscribeAgain, unsubscribe } from '@/lib/tracking/unsubscribe';
import { eraseRecipient } from './erase';

useDatabaseForEachTest();
allowLoopbackTargets();

const ANA = 'ana@example.com';
const erase = () => eraseRecipient(testContext, { address: ANA });

let id: string;
beforeEach(async () => {
  await makeProvider();
  ({ id } = await makeMessage({ to: ANA }));
  await deliverMessages(newId(), [id]);
});

it('a delivery of a provider that waits to be read, and one that comes afterwards, are not kept', async () => {
  const secrets = { apiKey: 'key-0123456789abcdef', webhookToken: 'a-webhook-token-of-ours' };
  const { id: providerId } = await makeProvider({ kind: 'postmark', secrets, active: false });
  const told = (MessageID: string, more = {}) =>
    JSON.stringify({
      RecordType: 'Delivery',
      MessageID,
      Recipient: ANA,
      Metadata: { relevo_id: id },
      ...more,
    });
  await makeInbound(providerId, told(newId()));
  await readInbound();
  await makeInbound(providerId, told(newId(), { Details: 'waits' }));
  await erase();
  await makeInbound(providerId, told(newId(), { Details: 'late' }));
  expect(await sql()`select from inbound_events`).toHaveLength(2);
  expect(await readInbound()).toEqual({ read: 2, waiting: 0 });
  expect(await sql()`select from inbound_events`).toHaveLength(0);
  expect((await getMessage(testContext, id)).events.map(({ recipient }) => recipient)).not.toContain(ANA);
});

it('who leaves by the link of an old mail is on the list without the address, and may come back', async () => {
  await erase();
  const link = {
    kind: 'unsubscribe',
    messageId: id,
    recipient: 0,
    companyId: null,
    category: 'marketing',
    address: ANA,
  } as const;
  await unsubscribe(link, ANA);
  const listed = () => sql()<{ address: string }[]>`select address from suppressions where lifted_at is null`;
  expect(await listed()).toEqual([{ address: expect.stringMatching(/^erased:/) }]);
  await subscribeAgain(link, ANA);
  expect(await listed()).toEqual([]);
});

it('the list of a service that still holds them stops them without the address', async () => {
  await erase();
  const service = await make('brevo', [{ list: 'hardBounce', address: ANA, at: ago(2) }]);
  await read(service.id);
  await apply(service.id);
  const [row] = await sql()`
    select (select string_agg(h::text, '') from held_addresses h) || (select string_agg(s::text, '') from suppressions s) as all`;
  expect(row!.all).toContain('erased:');
  expect(row!.all).not.toContain(ANA);
  const next = await makeMessage({ to: ANA });
  await deliverMessages(newId(), [next.id]);
  expect((await getMessage(testContext, next.id)).status).toBe('suppressed');
});
