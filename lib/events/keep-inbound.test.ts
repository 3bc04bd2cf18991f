import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { keepInbound } from './keep-inbound';

useTestDatabase();

it('keeps what came in byte for byte, to be read by a job', async () => {
  const providerId = newId();
  // Not UTF-8, and with a NUL: a signature is over bytes, not over what they may mean.
  const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const headers = {
    'content-type': 'application/json',
    'x-signature': 'ñandú',
    Authorization: 'Basic c2VjcmV0',
    cookie: 'a=b',
  };
  const { id } = await keepInbound(providerId, { headers, body, receivedAt: new Date() });
  const [row] = await sql()`select * from inbound_events where id = ${id}`;
  expect(row).toMatchObject({
    provider_id: providerId,
    headers: { 'content-type': 'application/json', 'x-signature': 'ñandú' },
    applied_at: null,
    error: null,
  });
  expect(Object.keys(row!.headers)).toHaveLength(2);
  expect(Buffer.from(body).equals(row!.body)).toBe(true);
  expect(Math.abs(Date.now() - row!.received_at.getTime())).toBeLessThan(60_000);
});

it('keeps the same delivery twice: whether it tells anything new is for who reads it', async () => {
  const request = { headers: {}, body: Buffer.from('[]'), receivedAt: new Date() };
  const providerId = newId();
  await Promise.all([keepInbound(providerId, request), keepInbound(providerId, request)]);
  const rows = await sql()`select id from inbound_events where provider_id = ${providerId}`;
  expect(rows).toHaveLength(2);
});
