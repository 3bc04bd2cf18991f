import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeInbound, makeMessage, makeProvider } from '@/lib/testing/factories';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { isBounded } from './is-bounded';
import { readInbound } from './read-inbound';

useTestDatabase();

/** As SendGrid tells of it, as short as it may be. */
const event = (relevo_id: string, n: number) => ({
  email: 'ana@example.com',
  timestamp: 1_795_000_000 + n,
  'smtp-id': '<14c5d75ce93.dfd.64b469@ismtpd-555>',
  event: 'open',
  sg_event_id: `rbtnWrG1DVDGGGFHFyun0A${n}`,
  sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.000000000000000000000',
  relevo_id,
});

it('reads posts of 3,000 events each, and lets others have their turn', async () => {
  const { id } = await makeProvider({ kind: 'sendgrid', secrets: { apiKey: 'SG.key' }, active: false });
  const { id: message } = await makeMessage();
  const post = (from: number) => Array.from({ length: 3_000 }, (_, n) => event(message, from + n));
  await makeInbound(id, JSON.stringify(post(0).slice(0, 300)));
  await readInbound();

  // As many as are read together.
  const texts = [1, 2, 3, 4].map((n) => JSON.stringify(post(n * 10_000)));
  for (const text of texts) await makeInbound(id, text);
  let read = 0;
  const held = await longestHoldMs(async () => {
    ({ read } = await readInbound());
  });
  expect(read).toBe(4);
  // 111 where all that is told is understood in one turn.
  expect(held).toBeLessThan(50);
}, 60_000);

it('the largest batch that SendGrid posts is within what is read', async () => {
  const events: object[] = [];
  for (let size = 0; size < 768 * 1024; size += JSON.stringify(events.at(-1)).length + 1)
    events.push(event('01999999-0000-7000-8000-000000000000', events.length));
  const headers = { 'content-type': 'application/json' };
  expect(events.length).toBeGreaterThan(2_000);
  expect(await isBounded({ headers, body: Buffer.from(JSON.stringify(events)) })).toBe(true);
});
