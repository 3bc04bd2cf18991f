import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { keepInbound } from '@/lib/events/keep-inbound';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { readInbound } from './read-inbound';

useTestDatabase();

it('lets what cannot be read go with a word, and keeps nobody else: words that quote zeros, too', async () => {
  await makeProvider();
  const secrets = { apiKey: 'key-0123456789abcdef', webhookToken: 'a-webhook-token-of-ours' };
  const { id: providerId } = await makeProvider({ kind: 'postmark', secrets, active: false });
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  const right = {
    RecordType: 'Delivery',
    MessageID: newId(),
    Recipient: 'ana@example.com',
    Metadata: { relevo_id: id },
  };
  for (const body of [
    Buffer.from('{"RecordType":7}', 'utf16le'),
    Buffer.from('{'),
    Buffer.from(JSON.stringify(right)),
  ])
    await keepInbound(providerId, { headers: {}, body, receivedAt: new Date() });
  expect(await readInbound()).toEqual({ read: 3, waiting: 0 });
  const errors = await sql()`select error from inbound_events where provider_id = ${providerId} order by id`;
  expect(errors.map(({ error }) => error === null)).toEqual([false, false, true]);
  expect((await getMessage(testContext, id)).status).toBe('delivered');
});

it('keeps of who opened a message the network alone, whoever tells it', async () => {
  await makeProvider();
  const secrets = { apiKey: 'key-0123456789abcdef', webhookToken: 'a-webhook-token-of-ours' };
  const postmark = await makeProvider({ kind: 'postmark', secrets, active: false });
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  const body = {
    RecordType: 'Open',
    MessageID: newId(),
    Recipient: 'ana@example.com',
    Metadata: { relevo_id: id },
    ReceivedAt: new Date().toISOString(),
    Geo: { IP: '203.0.113.77', CountryISOCode: 'PY' },
  };
  await keepInbound(postmark.id, {
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
    receivedAt: new Date(),
  });
  await readInbound();
  const { events } = await getMessage(testContext, id);
  expect(events.find(({ type }) => type === 'opened')?.detail).toMatchObject({
    ip: '203.0.113.0',
    country: 'PY',
  });
});
