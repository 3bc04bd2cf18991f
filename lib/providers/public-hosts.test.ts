import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Outgoing } from '@/lib/channels/outgoing';
import { newId } from '@/lib/ids';
import type { ApiAnswer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { META } from '@/lib/testing/meta-messages';
import { startPublicInternet } from '@/lib/testing/public-internet';
import { makeSms } from '@/lib/testing/sms-contract';
import { trustTestCertificates } from '@/lib/testing/smtp-server';
import type { ProviderConfig } from './adapter';
import { listAdapters } from './registry';

// What is known of the templates of WhatsApp.
useTestDatabase();
trustTestCertificates();

type Kind = {
  host: string;
  /** Out of its owner's published ranges. */
  addresses: string[];
  settings?: object;
  apiKey?: string;
  message?: object;
  accepts: ApiAnswer;
};

const ACCOUNT = `AC${'0'.repeat(32)}`;
const SENDER = '+15005550006';
const TEMPLATE = {
  text: undefined,
  template: { name: 'aviso', language: 'es', variables: { 1: 'Su saldo' } },
};
const text = (body: string): ApiAnswer => ({ status: 200, headers: { 'content-type': 'text/plain' }, body });
const accepted = { status: 201, body: { sid: `SM${'1'.repeat(32)}`, status: 'queued' } };

const KINDS: Record<string, Kind> = {
  twilio: {
    host: 'api.twilio.com',
    addresses: ['54.172.60.3'],
    settings: { accountSid: ACCOUNT, sender: SENDER },
    accepts: accepted,
  },
  'http-sms': {
    host: 'api.tigo.com.py',
    addresses: ['190.104.180.10'],
    settings: {
      endpoint: 'https://api.tigo.com.py/sms/send',
      template: '{"to":"{{toDigits}}","message":"{{text}}"}',
      auth: 'bearer',
    },
    accepts: text('OK 17'),
  },
  whatsapp: {
    host: 'graph.facebook.com',
    addresses: ['157.240.8.17', '2a03:2880:f03f:1::1'],
    settings: { phoneNumberId: META.phone },
    message: TEMPLATE,
    accepts: { status: 200, body: { messages: [{ id: 'wamid.HBgM', message_status: 'accepted' }] } },
  },
  'twilio-whatsapp': {
    host: 'api.twilio.com',
    addresses: ['54.172.60.3'],
    settings: { accountSid: ACCOUNT, sender: SENDER },
    message: { template: { ...TEMPLATE.template, name: `HX${'3'.repeat(32)}` } },
    accepts: accepted,
  },
  telegram: {
    host: 'api.telegram.org',
    addresses: ['149.154.167.220', '2001:67c:4e8:f004::9'],
    apiKey: '123456:planted-token-of-a-bot',
    message: { to: '123456789', recipients: ['123456789'] },
    accepts: { status: 200, body: { ok: true, result: { message_id: 42, chat: { id: 1 } } } },
  },
  slack: {
    host: 'slack.com',
    addresses: ['3.68.170.153'],
    apiKey: 'xoxb-planted-token',
    message: { to: 'C024BE91L', recipients: ['C024BE91L'] },
    accepts: { status: 200, body: { ok: true, channel: 'C024BE91L', ts: '1503435956.000247' } },
  },
  'slack-webhook': {
    host: 'hooks.slack.com',
    addresses: ['3.68.170.153'],
    settings: { to: '#alerts' },
    apiKey: 'https://hooks.slack.com/services/T000/B000/planted-path',
    message: { to: '#alerts', recipients: ['#alerts'] },
    accepts: text('ok'),
  },
};

/** Email has its own, beside its APIs. */
const others = listAdapters().filter(({ channel, kind }) => channel !== 'email' && !kind.endsWith('sandbox'));

describe('at the shipped defaults, on a public address', () => {
  it.each(others)('$kind is reached', async (adapter) => {
    const { host, addresses, settings, apiKey = 'key-0123456789abcdef', ...kind } = KINDS[adapter.kind]!;
    const { calls, dialled } = await startPublicInternet({ [host]: addresses }, () => kind.accepts);
    const config: ProviderConfig = {
      id: newId(),
      name: 'Test',
      version: 1,
      settings: (adapter.settings as z.ZodType<Record<string, unknown>>).parse({ ...settings }),
      secrets: { apiKey, token: apiKey, secret: apiKey },
    };
    const message = { ...makeSms(), ...kind.message } as unknown as Outgoing;
    const { outcomes } = await adapter.send(config, message as never, AbortSignal.timeout(10_000));
    expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(dialled).toEqual([{ host, addresses, servername: host, speaks: ['http/1.1'] }]);
    expect(calls.map(({ headers }) => headers.host)).toEqual([host]);
  });
});
