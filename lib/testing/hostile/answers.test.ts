import { describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { getChannel } from '@/lib/channels/registry';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import type { AnyAdapter, ProviderConfig } from '@/lib/providers/adapter';
import { listAdapters } from '@/lib/providers/registry';
import { MORE } from './least-settings';
import { type Place, placesOf, replaceAt } from './places';
import { HOSTILE_VALUES } from './values';

vi.mock('@/lib/outbound/safe-fetch', () => ({ safeFetch: vi.fn() }));
// Asked of what a provider answers: here is no database.
vi.mock('@/lib/events/last-answer', () => ({ lastAnswer: async () => new Date() }));
vi.mock('@/lib/replies/own/current', () => ({ currentReplyRules: async () => [] }));

/** All but those that speak SMTP, or ask nobody. */
const apis = listAdapters().filter(({ kind, keeps }) => kind !== 'smtp' && !keeps);

/** Every place in which an API of ours answers something, as one answer. */
const ANSWER = {
  ok: false,
  error: { code: 131_026, message: 'no', type: 'a', error_subcode: 1, error_data: { details: 'no' } },
  errors: [{ message: 'no', field: 'to', error_id: 'a', help: 'b' }],
  ErrorCode: 300,
  Message: 'no',
  message: 'no',
  name: 'validation_error',
  code: 21_211,
  statusCode: 422,
  description: 'no',
  detail: 'no',
  needed: 'chat:write',
  parameters: { retry_after: 5 },
  id: 'a',
  MessageID: 'a',
  MessageId: 'a',
  messageId: 'a',
  messageIds: ['a'],
  sid: 'a',
  ts: '1.2',
  channel: 'a',
  result: { message_id: 1, username: 'a', url: '' },
  messages: [{ id: 'wamid.1' }],
  contacts: [{ wa_id: '595981234567' }],
  incoming_phone_numbers: [{ capabilities: { sms: true } }],
  status: 'active',
  type: 'Trial',
  friendly_name: 'a',
  balance: '1',
  currency: 'USD',
  scopes: ['mail.send'],
};

const STATUSES = [200, 400, 429];
/** Those of another kind, and of the texts the short ones: long and odd ones are for readers of text. */
const VALUES = HOSTILE_VALUES.filter((value) => typeof value !== 'string' || value.length < 9);
const PLACES = placesOf(ANSWER);
/** As JavaScript tells of a value that it did not expect: a check that fell, where it should have judged. */
const OWN_FAULT =
  /is not (a function|iterable|an object|defined)|^Cannot |^Invalid |\[object Object\]|undefined/;

/** What stands for an address that is attacked elsewhere. */
const NEEDS: Record<string, object> = {
  'http-sms': { endpoint: 'https://sms.example.com/send' },
  // Is asked for only where it is one.
  twilio: { sender: '+15005550006' },
};

let version = 0;
function configOf({ kind, settings }: AnyAdapter): ProviderConfig {
  const { settings: least = {}, secrets = { apiKey: 'key' } } = MORE[kind] ?? {};
  const parsed = (settings as z.ZodType<Record<string, unknown>>).parse({ ...NEEDS[kind], ...least });
  return { id: kind, name: 'Test', version: ++version, settings: parsed, secrets };
}

function answer(status: number, place: Place, value: unknown): void {
  const text = JSON.stringify(replaceAt(ANSWER, place, value)) ?? '';
  const headers = { 'content-type': 'application/json', 'retry-after': '5' };
  vi.mocked(safeFetch).mockResolvedValue({ status, headers, text });
}

/** The meaning of each answer with one of these values in one of its places. */
async function each(status: number, check: (place: Place) => Promise<void>): Promise<void> {
  for (const place of PLACES)
    for (const value of VALUES) {
      answer(status, place, value);
      await check(place);
    }
}

describe.each(apis)('whatever $kind answers', (adapter) => {
  it.each(STATUSES)('with %i to a message, it means something', (status) =>
    each(status, async () => {
      const sender = { address: 'clinic@example.com' };
      const message = getChannel(adapter.channel).testMessage(sender, 'ana@example.com');
      const { outcomes } = await adapter.send(configOf(adapter), message, AbortSignal.timeout(60_000));
      expect(outcomes).toHaveLength(1);
      for (const { outcome, reply = '', code = '', providerMessageId = '', retryAfterMs = 0 } of outcomes) {
        expect(['accepted', 'refused', 'unknown']).toContain(outcome);
        for (const text of [reply, code, providerMessageId]) expect(typeof text).toBe('string');
        expect(providerMessageId).not.toMatch(OWN_FAULT);
        expect(reply.length).toBeLessThanOrEqual(1000);
        expect(retryAfterMs).toBeGreaterThanOrEqual(0);
      }
    }),
  );

  it.each(STATUSES)('with %i to a test, the test ends', (status) =>
    each(status, async (place) => {
      const { ok, steps, cause } = await adapter.test(configOf(adapter), {
        signal: AbortSignal.timeout(60_000),
      });
      expect([place, ok || cause !== undefined]).toEqual([place, true]);
      for (const { detail } of steps)
        expect([place, detail]).toEqual([place, expect.not.stringMatching(OWN_FAULT)]);
    }),
  );
});
