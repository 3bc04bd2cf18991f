import { describe, expect, it } from 'vitest';
import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import type { Adapter } from '@/lib/providers/adapter';
import { type ApiAnswer, type ApiCallSeen, startApiServer } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { describeSmsContract, makeSms } from '@/lib/testing/sms-contract';
import { twilio } from './twilio';

const SID = `AC${'0'.repeat(32)}`;
const TOKEN = 'planted-token-of-twilio';
const SENDER = '+15005550006';
const KEY = `SK${'3'.repeat(32)}`;
const adapter = twilio as unknown as AdapterOf<OutgoingSms>;

/** https://www.twilio.com/docs/usage/requests-to-twilio: refusals have a code, a message and the page of the code. */
const refusal = (status: number, code: number, message: string) => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});
const accepted = {
  status: 201,
  body: { sid: `SM${'1'.repeat(32)}`, status: 'queued', num_segments: '1', price: null, error_code: null },
};
const account = { fault: 'provider', permanent: true } as const;
const later = { fault: 'provider', permanent: false } as const;
const bounced = { fault: 'recipient', permanent: true } as const;
const carry = { fault: 'cannot_carry', permanent: true } as const;
const wrongPair = refusal(401, 20003, 'Authenticate');
const FIELDS = ['To', 'From', 'Body', 'ValidityPeriod', 'SmartEncoded', 'MessagingServiceSid'];

function readSend({ method, path, headers, body }: ApiCallSeen) {
  expect(method).toBe('POST');
  expect(path).toBe(`/2010-04-01/Accounts/${SID}/Messages.json`);
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(headers.authorization).toBe(`Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`);
  const form = new URLSearchParams(body.toString());
  expect([...form.keys()].filter((name) => !FIELDS.includes(name))).toEqual([]);
  expect([form.has('From'), form.has('MessagingServiceSid')].filter(Boolean)).toHaveLength(1);
  expect(Number(form.get('ValidityPeriod'))).toBeGreaterThanOrEqual(1);
  expect(Number(form.get('ValidityPeriod'))).toBeLessThanOrEqual(36_000);
  expect(form.get('To')).toMatch(/^\+\d{8,15}$/);
  return { to: form.get('To')!, text: form.get('Body')! };
}

const about = (over: object = {}) => ({
  status: 200,
  body: { sid: SID, status: 'active', type: 'Full', friendly_name: 'Clinic', auth_token: TOKEN, ...over },
});
const numbers = (...found: object[]) => ({ status: 200, body: { incoming_phone_numbers: found } });

describeSmsContract({
  adapter,
  settings: (endpoint) => ({ endpoint, accountSid: SID, sender: SENDER }),
  secrets: { apiKey: TOKEN },
  isSend: ({ method }) => method === 'POST',
  readSend,
  accepted,
  check: {
    works: ({ path, headers }) => {
      if (headers.authorization !== `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`)
        return wrongPair;
      return path.includes('IncomingPhoneNumbers')
        ? numbers({ phone_number: SENDER, capabilities: { sms: true } })
        : about();
    },
    failures: {
      auth: wrongPair,
      account_disabled: about({ status: 'suspended' }),
      throttled: refusal(429, 20429, 'Too Many Requests'),
      unavailable: refusal(503, 20503, 'Service unavailable'),
    },
  },
  badCredentials: wrongPair,
  throttled: {
    answer: { ...refusal(429, 20429, 'Too Many Requests'), headers: { 'retry-after': '3' } },
    retryAfterMs: 3000,
  },
  refusals: [
    ['no number', refusal(400, 21211, "The 'To' number is not a valid phone number."), bounced],
    ['a landline', refusal(400, 21614, "'To' number is not a valid mobile number"), bounced],
    ['a landline, as it is said now', refusal(400, 21635, "'To' number cannot be a landline"), bounced],
    ['a short code', refusal(400, 21265, "'To' number cannot be a Short Code"), bounced],
    [
      'answered STOP',
      refusal(400, 21610, 'Attempt to send to unsubscribed recipient'),
      { ...bounced, declined: true },
    ],
    [
      'a country that is not switched on',
      refusal(400, 21408, 'Permission to send an SMS has not been enabled'),
      carry,
    ],
    ['no route', refusal(400, 21612, 'The number cannot be reached from this sender'), carry],
    ['a trial', refusal(400, 21608, 'The number is unverified. Trial accounts cannot send'), account],
    [
      'a sender of somebody else',
      refusal(400, 21606, 'The From phone number is not a valid sender'),
      account,
    ],
    ['an account without money', refusal(400, 20005, 'Account is not active'), account],
    [
      'a full queue',
      refusal(429, 21611, 'This From number has exceeded the maximum number of queued messages'),
      later,
    ],
    [
      'too long',
      refusal(400, 21617, 'The message body exceeds the 1600 character limit'),
      { fault: 'content', permanent: true },
    ],
    ['down', refusal(500, 20500, 'Internal server error'), later],
    ['a code that nobody knows', refusal(403, 99999, 'Something new'), account],
  ],
});

describe('twilio: what else it may be told', () => {
  const send = async (settings: object, secrets = { apiKey: TOKEN }, over: Partial<OutgoingSms> = {}) => {
    const server = await startApiServer(() => accepted);
    const config = {
      id: 'tw',
      name: 'Test',
      version: 1,
      settings: (adapter.settings as Adapter['settings']).parse({
        accountSid: SID,
        endpoint: server.url,
        ...settings,
      }) as Record<string, unknown>,
      secrets,
    };
    await adapter.send(config, makeSms(over), AbortSignal.timeout(5000));
    const [call] = server.calls;
    return { form: new URLSearchParams(call!.body.toString()), headers: call!.headers };
  };

  it('a service chooses the sender; the message’s own goes first', async () => {
    const messagingServiceSid = `MG${'2'.repeat(32)}`;
    const { form } = await send({ messagingServiceSid });
    expect([form.get('From'), form.get('MessagingServiceSid')]).toEqual([null, messagingServiceSid]);
    const own = await send({ messagingServiceSid }, undefined, { from: 'Clinica' });
    expect([own.form.get('From'), own.form.get('MessagingServiceSid')]).toEqual(['Clinica', null]);
  });

  it('the secret of an API key goes with the key’s name', async () => {
    const { headers } = await send({ apiKeySid: KEY, sender: SENDER });
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`${KEY}:${TOKEN}`).toString('base64')}`);
  });

  it('the test knows a standard key from a wrong one, which are both refused the account', async () => {
    const isKnown = { messages: [], page_size: 1 };
    const testOf = async (key: string) => {
      const server = await startApiServer(({ path, headers }) => {
        const isRight =
          headers.authorization === `Basic ${Buffer.from(`${key}:${TOKEN}`).toString('base64')}`;
        if (!isRight || path.endsWith(`/${SID}.json`)) return wrongPair;
        return path.includes('Incoming')
          ? numbers({ phone_number: SENDER, capabilities: { sms: true } })
          : { status: 200, body: isKnown };
      });
      const settings = {
        accountSid: SID,
        apiKeySid: KEY,
        endpoint: server.url,
        sender: SENDER,
        timeoutMs: 5000,
      };
      const config = { id: 'tw', name: 'Test', version: 1, settings, secrets: { apiKey: TOKEN } };
      return adapter.test(config, { signal: AbortSignal.timeout(5000) });
    };
    expect(await testOf(KEY)).toMatchObject({ ok: true });
    expect(await testOf(`SK${'4'.repeat(32)}`)).toMatchObject({ ok: false, cause: 'auth' });
  });

  it('the test keeps the token out of its transcript', async () => {
    const server = await startApiServer(({ path }) =>
      path.includes('Incoming') ? numbers() : about({ type: 'Trial' }),
    );
    const config = {
      id: 'tw',
      name: 'Test',
      version: 1,
      settings: { accountSid: SID, endpoint: server.url, sender: SENDER, timeoutMs: 5000 },
      secrets: { apiKey: TOKEN },
    };
    const { ok, cause, steps, transcript } = await adapter.test(config, {
      signal: AbortSignal.timeout(5000),
    });
    expect({ ok, cause }).toEqual({ ok: false, cause: 'sender' });
    expect(steps[0]!.detail).toContain('trial');
    expect(transcript).not.toContain(TOKEN);
  });

  // https://www.twilio.com/docs/usage/api/balance-resource: "Balance is not available for subaccounts".
  it.each([
    ['left', { status: 200, body: { balance: '12.30', currency: 'USD' } }, '12.30 USD left'],
    ['below nothing', { status: 200, body: { balance: '-3.10', currency: 'USD' } }, 'nothing is left'],
    ['of a sub-account', refusal(404, 20404, 'Not found'), 'tells no balance'],
    ['of a restricted key', refusal(403, 20006, 'Forbidden'), 'tells no balance'],
  ])('the test tells the balance %s, and fails by none', async (_, balance, said) => {
    const { ok, steps } = await tested(({ path }) =>
      path.endsWith('/Balance.json') ? balance : path.includes('Incoming') ? sms : about(),
    );
    expect(ok).toBe(true);
    expect(steps.find(({ name }) => name === 'account')?.detail).toContain(said);
  });

  // The words are those of the page of each code, https://www.twilio.com/docs/api/errors.
  it.each([
    [21408, 'Permission to send an SMS has not been enabled for the region indicated', 'country'],
    [21612, 'The To phone number cannot be reached with the From number', 'country'],
    [
      21608,
      'The number is unverified. Trial accounts cannot send messages to unverified numbers',
      'trial_account',
    ],
    [21606, 'The From phone number is not a valid, SMS-capable Twilio phone number', 'sender'],
    [21610, 'Attempt to send to unsubscribed recipient', 'declined'],
    [21614, "'To' number is not a valid mobile number", 'recipient'],
    [20005, 'Account not active', 'payment'],
    [20003, 'Authenticate', 'auth'],
    [21609, 'The StatusCallback URL is not a valid URL', 'report_address'],
  ])('a real message says what stands against it: %s', async (code, words, cause) => {
    const answer = ({ method, path }: ApiCallSeen) =>
      method === 'POST' ? refusal(400, code, words) : path.includes('Incoming') ? sms : about();
    expect(await tested(answer, makeSms({ to: '+595981123456' }))).toMatchObject({ ok: false, cause });
  });
});

const sms = numbers({ phone_number: SENDER, capabilities: { sms: true } });

async function tested(answer: (call: ApiCallSeen) => ApiAnswer, message?: OutgoingSms) {
  const server = await startApiServer(answer);
  const settings = { accountSid: SID, endpoint: server.url, sender: SENDER, timeoutMs: 5000 };
  const config = { id: 'tw', name: 'Test', version: 1, settings, secrets: { apiKey: TOKEN } };
  return adapter.test(config, { signal: AbortSignal.timeout(5000), ...(message && { message }) });
}
