import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { matching } from '@/lib/validation';
import type { ProviderConfig } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, TestFailure } from '../../api/test';
import { hookUrl, isReachable } from '../../hooks/public-address';
import { TWILIO_REFUSALS } from './refusals';

/** What an account of Twilio is reached by, whatever goes through it. */
export const accountSettings = {
  accountSid: matching(
    /^AC[0-9a-fA-F]{32}$/,
    flaw('looks_like', { example: 'AC0123456789abcdef0123456789abcdef' }),
  ),
  /** The name of an API key, whose secret then stands in place of the auth token. */
  apiKeySid: matching(
    /^SK[0-9a-fA-F]{32}$/,
    flaw('looks_like', { example: 'SK0123456789abcdef0123456789abcdef' }),
  )
    .optional()
    .meta({ technical: true }),
  endpoint,
  timeoutMs,
};
const Account = z.strictObject(accountSettings);

export const TwilioSecrets = z.strictObject({
  /** Auth token, or the secret of the API key. */
  apiKey: apiKey.optional(),
  /** Signs what Twilio tells, also where an API key stands in its place above. */
  webhookAuthToken: apiKey.optional().meta({ technical: true }),
  /** Of a rule for webhooks, where the account has one. */
  webhookSharedKey: apiKey.optional().meta({ technical: true }),
});
export type TwilioSecrets = { apiKey: string; webhookAuthToken: string; webhookSharedKey: string };
export type AccountConfig = ProviderConfig<z.infer<typeof Account>, TwilioSecrets>;

export const TWILIO_ENDPOINT = 'https://api.twilio.com';

/** One message: https://www.twilio.com/docs/messaging/api/message-resource */
export function messageCall(config: AccountConfig, form: URLSearchParams, messageId: string): ApiCall {
  const report = hookUrl(config.id);
  // With our id, since nobody may have heard what Twilio calls it. An address that it cannot reach makes it refuse the message (21609).
  if (isReachable(report)) form.set('StatusCallback', `${report}?message=${messageId}`);
  return {
    method: 'POST',
    url: `${accountUrl(config)}/Messages.json`,
    headers: { ...headers(config), 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }) => asText(readJson<{ sid: string }>(text).sid),
    explain,
    classify: (reply) =>
      reply.status < 300 ? undefined : findVerdict(TWILIO_REFUSALS, reply, explain(reply)),
  };
}

function explain({ text }: OutboundReply) {
  const { code, message } = readJson<{ code: number; message: string }>(text);
  return { code: asText(code), text: asWords([message], text) };
}

export function accountUrl({ settings }: AccountConfig): string {
  return `${baseUrl(settings.endpoint, TWILIO_ENDPOINT)}/2010-04-01/Accounts/${settings.accountSid}`;
}

export function headers({ settings, secrets }: AccountConfig) {
  const user = settings.apiKeySid ?? settings.accountSid;
  const pair = Buffer.from(`${user}:${secrets.apiKey ?? ''}`).toString('base64');
  return { accept: 'application/json', authorization: `Basic ${pair}` };
}

type AccountAnswer = { status: string; type: string; friendly_name: string };

export function knowsAccount(config: AccountConfig): Check {
  return {
    name: 'auth',
    // A standard key is refused the account itself, as a wrong one is: https://www.twilio.com/docs/api/errors/20003
    ...(config.settings.apiKeySid && { otherwise: knowsKey(config) }),
    request: { method: 'GET', url: `${accountUrl(config)}.json`, headers: headers(config) },
    hide: hideToken,
    detail: ({ text }) => {
      const { status, type, friendly_name } = readJson<AccountAnswer>(text);
      const state = asText(status);
      if (!state) throw new TestFailure('protocol', 'The answer is not that of Twilio');
      if (state !== 'active') throw new TestFailure('account_disabled', `the account is ${state}`);
      const kind = type === 'Trial' ? 'a trial: it reaches verified numbers only' : type;
      return [friendly_name, kind].map(asText).filter(Boolean).join(', ');
    },
  };
}

/** Answers of Twilio may repeat the auth token. */
const hideToken = (text: string) => text.replace(/("auth_token"\s*:\s*")[^"]*/, '$1••••');

type Balance = { balance: string; currency: string };

/**
 * What is left, for a person to see: it lags by minutes, an account that pays by invoice may be below nothing, and a sub-account or a
 * restricted key is told none, so that nothing fails by it. https://www.twilio.com/docs/usage/api/balance-resource
 */
export function tellsBalance(config: AccountConfig): Check {
  return {
    name: 'account',
    request: { method: 'GET', url: `${accountUrl(config)}/Balance.json`, headers: headers(config) },
    passes: ({ status }) => status < 500,
    hide: hideToken,
    detail: ({ text }) => {
      const told = readJson<Balance>(text);
      const balance = asText(told.balance);
      if (!balance) return 'this account tells no balance';
      const currency = asText(told.currency) ?? '';
      return Number(balance) > 0
        ? `${balance} ${currency} left`
        : `${balance} ${currency}: nothing is left, top it up at Twilio before messages are refused`;
    },
  };
}

/** What a key for messages may ask. */
function knowsKey(config: AccountConfig): Check {
  return {
    name: 'auth',
    request: {
      method: 'GET',
      url: `${accountUrl(config)}/Messages.json?PageSize=1`,
      headers: headers(config),
    },
    detail: ({ text }) => {
      if (!readJson<{ messages: unknown[] }>(text).messages)
        throw new TestFailure('protocol', 'The answer is not that of Twilio');
      return 'the key is good; whether the account is a trial it may not ask';
    },
  };
}
