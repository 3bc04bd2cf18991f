import { beforeAll, beforeEach, expect, it } from 'vitest';
import { forgetMailServers } from '@/lib/addresses/mail-servers';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpDns } from '@/lib/testing/dns-server';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, type Handler, inPieces } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { POST as checkAddresses } from '../addresses/check/route';
import { POST as postBatch } from './batch/route';

useTestDatabase();
beforeEach(forgetMailServers);

const many = <T>(count: number, item: (n: number) => T) => Array.from({ length: count }, (_, n) => item(n));

let token: string;
beforeAll(async () => {
  await makeProvider();
  token = await makeToken();
  await post(
    postBatch,
    batchTo(20, (n) => `ana@warm${n}.test`),
  );
  await post(checkAddresses, { addresses: many(20, (n) => `ana@warm${n}.test`) });
});

const batchTo = (count: number, address: (n: number, k: number) => string) => ({
  checkAddresses: true,
  messages: many(count, (n) => ({ to: many(50, (k) => address(n, k)), subject: 'Receipt 13', text: 'x' })),
});

async function post(handler: Handler, body: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const headers = { 'content-length': String(bytes.length) };
  let answer: Awaited<ReturnType<typeof call>> | undefined;
  const held = await longestHoldMs(async () => {
    answer = await call(handler, { token, body: inPieces(bytes), headers });
  });
  return { held, ...answer! };
}

type Result = { id?: string; error?: { detail: string; errors?: unknown[] } };

// Each held everybody up for up to two seconds: each address was compared with all mail services, and nobody had a turn before the last one.
it.each<[string, (n: number, k: number) => string]>([
  ['in other letters', (n, k) => `ana@ñandú${n}x${k}.example`],
  ['nearly those of a mail service', (n, k) => `ana@gmaal${n}x${k}.test`],
  ['of a hundred labels', (n, k) => `ana@${'a.'.repeat(100)}${n}x${k}.test`],
])('a batch of 1,000 messages with 50 addresses to check each, %s', async (_, address) => {
  const { held, body, text } = await post(postBatch, batchTo(1000, address));
  const results = body.results as Result[];
  expect(results).toHaveLength(1000);
  expect(results.every(({ error }) => error?.detail.startsWith('to.0: '))).toBe(true);
  expect(results.flatMap(({ error }) => error?.errors ?? [])).toHaveLength(50);
  expect(text.length).toBeLessThan(600_000);
  expect(held).toBeLessThan(50);
});

it('a batch of 1,000 messages whose 50,000 recipients wait for the answer about one domain', async () => {
  const { asked } = await setUpDns({}, { mx: { 'clinic.example.org': [[10, 'mx.example.org']] } });
  const { held, body } = await post(
    postBatch,
    batchTo(1000, (n, k) => `ana${n}x${k}@clinic.example.org`),
  );
  expect((body.results as Result[]).every(({ id }) => id)).toBe(true);
  expect(asked).toEqual(['clinic.example.org']);
  expect(held).toBeLessThan(50);
});

it('a batch of 1,000 messages to 50,000 domains: a thousand are looked up, and nobody else is refused', async () => {
  const { asked } = await setUpDns({});
  const { held, body } = await post(
    postBatch,
    batchTo(1000, (n, k) => `ana@d${n}x${k}.example.org`),
  );
  const results = body.results as Result[];
  expect(new Set(asked).size).toBeLessThanOrEqual(1000);
  expect(results.filter(({ error }) => error).length).toBeLessThanOrEqual(20);
  expect(results.filter(({ id }) => id).length).toBeGreaterThanOrEqual(980);
  expect(held).toBeLessThan(50);
});

it.each<[string, (n: number) => string]>([
  ['in other letters', (n) => `ana@ñandú${n}.test`],
  ['nearly those of a mail service', (n) => `ana@gmaal${n}.test`],
  ['that are none', (n) => `ana@@gmaal${n},con`],
])('1,000 addresses to check, %s', async (_, address) => {
  const { held, status, body } = await post(checkAddresses, { addresses: many(1000, address) });
  expect(status).toBe(200);
  expect(body.results).toHaveLength(1000);
  expect(held).toBeLessThan(50);
});
