import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Outgoing } from '@/lib/channels/outgoing';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import * as answers from '@/lib/events/last-answer';
import { newId } from '@/lib/ids';
import { type ApiCallSeen, startApiServer } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { useTestDatabase } from '@/lib/testing/database';
import { describeSmsContract, makeSms } from '@/lib/testing/sms-contract';
import { twilioWhatsApp } from './twilio-whatsapp';

// What is known of its templates.
useTestDatabase();

const SID = `AC${'0'.repeat(32)}`;
const HX = `HX${'1'.repeat(32)}`;
const SENDER = '+15005550006';
const TOKEN = 'planted-auth-token';
const adapter = twilioWhatsApp as unknown as AdapterOf<Outgoing>;
const refused = (code: number, status = 400) => ({
  status,
  body: { code, message: 'no', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});
const accepted = { status: 201, body: { sid: `SM${'2'.repeat(32)}`, status: 'queued' } };

function readForm({ method, path, headers, body }: ApiCallSeen) {
  expect([method, path]).toEqual(['POST', `/2010-04-01/Accounts/${SID}/Messages.json`]);
  expect(headers.authorization).toBe(`Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`);
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  const form = new URLSearchParams(body.toString());
  const by = form.has('Body') ? ['Body'] : ['ContentSid', 'ContentVariables'];
  expect([...form.keys()].toSorted()).toEqual([...by, 'From', 'To'].toSorted());
  // Both sides, or it is taken for a text message (63007).
  expect(form.get('From')).toBe(`whatsapp:${SENDER}`);
  expect(form.get('To')).toMatch(/^whatsapp:\+\d{8,15}$/);
  return form;
}

describeSmsContract({
  adapter: adapter as never,
  settings: (endpoint) => ({ endpoint, accountSid: SID, sender: SENDER }),
  secrets: { apiKey: TOKEN },
  make: ({ text, from: _from, ...sms }) =>
    ({ ...sms, template: { name: HX, language: 'es', variables: { 1: text } } }) as never,
  isSend: ({ method }) => method === 'POST',
  readSend: (call) => {
    const form = readForm(call);
    const to = form.get('To')!.replace('whatsapp:', '');
    return { to, text: JSON.parse(form.get('ContentVariables')!)['1'] };
  },
  accepted,
  check: {
    works: () => ({ status: 200, body: { status: 'active', type: 'Full', friendly_name: 'Clinic' } }),
    failures: { auth: refused(20003, 401) },
  },
  badCredentials: refused(20003, 401),
  throttled: { answer: { ...refused(20429, 429), headers: { 'retry-after': '3' } }, retryAfterMs: 3000 },
  refusals: [
    ['no sender for WhatsApp', refused(63007), { fault: 'provider', permanent: true }],
    ['no number', refused(21211), { fault: 'recipient', permanent: true }],
    ['a template that is not there', refused(21655), { fault: 'content', permanent: true }],
  ],
});

describe('how a message goes', () => {
  const heard = vi.spyOn(answers, 'lastAnswer');
  afterEach(() => void heard.mockReset());

  async function send(over: Partial<OutgoingWhatsApp>) {
    const server = await startApiServer(() => accepted);
    const config = {
      id: newId(),
      name: 'Test',
      version: 1,
      settings: { accountSid: SID, sender: SENDER, endpoint: server.url, timeoutMs: 5000 },
      secrets: { apiKey: TOKEN },
    };
    const { text: _text, ...sms } = makeSms();
    const message = { ...sms, ...over } as Outgoing;
    const { outcomes } = await adapter.send(config, message, AbortSignal.timeout(5000));
    return { outcomes, calls: server.calls };
  }

  it('a text while they wrote within 24 hours, and nothing outside of them', async () => {
    heard.mockResolvedValue(new Date());
    expect(readForm((await send({ text: 'Hola' })).calls[0]!).get('Body')).toBe('Hola');
    heard.mockResolvedValue(null);
    const { calls, outcomes } = await send({ text: 'Hola' });
    expect(calls).toEqual([]);
    expect(outcomes).toMatchObject([{ fault: 'cannot_carry', permanent: true, code: 'window_closed' }]);
  });

  it.each([
    [{ template: { name: 'by_name', language: 'es', variables: {} } }],
    [{ file: { filename: 'a.pdf', contentType: 'application/pdf', content: Buffer.from('x') } }],
  ])('%j is for another provider', async (over) => {
    const { calls, outcomes } = await send(over);
    expect(calls).toEqual([]);
    expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'cannot_carry' }]);
  });
});
