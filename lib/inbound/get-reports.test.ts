import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { keepInbound } from '@/lib/events/keep-inbound';
import { noteRefusal } from '@/lib/events/note-refusal';
import type { ProviderView } from '@/lib/providers/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { getReports } from './get-reports';
import { readInbound } from './read-inbound';

useTestDatabase();

let mailgun: ProviderView;
beforeAll(async () => {
  mailgun = await makeProvider({
    kind: 'mailgun',
    settings: { domain: 'mg.example.com' },
    secrets: { apiKey: 'key-0123456789abcdef', webhookSigningKey: 'key-3ax6xnjp29jd6fds4gc373sgvjxteol0' },
    active: false,
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

function liveAt(url: string): void {
  vi.stubEnv('PUBLIC_URL', url);
  forgetEnv();
}

it('says where to post and what proves it, when the last one came, and what was wrong with others', async () => {
  liveAt('https://relevo.example.com');
  const empty = { lastReceivedAt: null, received: 0, lastUnread: null, lastRefused: null };
  expect(await getReports(testContext, { id: mailgun.id })).toEqual({
    url: `https://relevo.example.com/api/hooks/${mailgun.id}`,
    isPublic: true,
    byApi: true,
    proof: { name: 'webhookSigningKey', set: true },
    ...empty,
  });
  await keepInbound(mailgun.id, { headers: {}, body: Buffer.from('{'), receivedAt: new Date() });
  await readInbound();
  await noteRefusal(mailgun.id, 'its signature does not fit');
  expect(await getReports(testContext, { id: mailgun.id })).toMatchObject({
    lastReceivedAt: expect.any(String),
    received: 1,
    lastUnread: { error: expect.stringContaining('JSON') },
    lastRefused: { reason: 'its signature does not fit' },
  });
});

it.each([
  ['http://127.0.0.1:3000', false],
  ['https://10.0.0.5', false],
  ['https://relevo', false],
  ['https://relevo.internal', false],
  ['http://relevo.example.com', false],
  ['https://8.8.8.8', true],
  ['https://[fd00::1]', false],
])('knows whether %s is an address for the world', async (url, isPublic) => {
  liveAt(url);
  expect((await getReports(testContext, { id: mailgun.id })).isPublic).toBe(isPublic);
});

it('has no address for a kind that tells nothing by itself', async () => {
  const { id } = await makeProvider();
  expect(await getReports(testContext, { id })).toMatchObject({ url: null, proof: null });
});
