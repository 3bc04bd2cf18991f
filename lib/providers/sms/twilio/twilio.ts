import { z } from 'zod';
import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import { SmsSender } from '@/lib/channels/sms/schema';
import { flaw } from '@/lib/flaws';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { matching } from '@/lib/validation';
import type { Adapter, ProviderConfig } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { hookUrl, isReachable } from '../../hooks/public-address';
import { sendOne } from '../send-one';
import { twilioEvents } from './events';
import { TWILIO_REFUSALS } from './refusals';

/** Twilio SMS: https://www.twilio.com/docs/messaging/api/message-resource */
const Settings = z.strictObject({
  accountSid: matching(
    /^AC[0-9a-fA-F]{32}$/,
    flaw('looks_like', { example: 'AC0123456789abcdef0123456789abcdef' }),
  ),
  /** A number, a short code or a name; or the messaging service that chooses one. */
  sender: SmsSender.optional(),
  messagingServiceSid: matching(
    /^MG[0-9a-fA-F]{32}$/,
    flaw('looks_like', { example: 'MG0123456789abcdef0123456789abcdef' }),
  )
    .optional()
    .meta({ technical: true }),
  /** The name of an API key, whose secret then stands in place of the auth token. */
  apiKeySid: matching(
    /^SK[0-9a-fA-F]{32}$/,
    flaw('looks_like', { example: 'SK0123456789abcdef0123456789abcdef' }),
  )
    .optional()
    .meta({ technical: true }),
  /** Not sent any more after so many seconds: a text of noon is not read at night. */
  validitySeconds: z.number().int().min(60).max(36_000).default(14_400).meta({ technical: true }),
  endpoint,
  timeoutMs,
});
type Settings = z.infer<typeof Settings>;

const Secrets = z.strictObject({
  /** Auth token, or the secret of the API key. */
  apiKey: apiKey.optional(),
  /** Signs what Twilio tells, also where an API key stands in its place above. */
  authToken: apiKey.optional().meta({ technical: true }),
  /** Of a rule for webhooks, where the account has one. */
  webhookSharedKey: apiKey.optional().meta({ technical: true }),
});
type Secrets = { apiKey: string; authToken: string; webhookSharedKey: string };
type Config = ProviderConfig<Settings, Secrets>;

const OWN_ENDPOINT = 'https://api.twilio.com';

export const twilio: Adapter<Settings, Secrets, OutgoingSms> = {
  kind: 'twilio',
  channel: 'sms',
  label: 'Twilio SMS',
  settings: Settings,
  secrets: Secrets,
  targets: { apiKey: { endpoint: OWN_ENDPOINT } },
  presets: {
    twilio: {
      label: 'Twilio SMS',
      settings: {},
      help: 'https://www.twilio.com/docs/messaging/quickstart',
      keysUrl: 'https://console.twilio.com/',
    },
  },
  carries: {
    unicodeLocalParts: 'always',
    sources: [{ url: 'https://www.twilio.com/docs/messaging/api/message-resource', checked: '2026-11-29' }],
  },
  concurrency: () => 10,
  send: (config, message, signal) => sendOne(message, toCall(config, message), signal),
  test: (config, options) =>
    testByApi([knowsAccount(config), ...ownSender(config)], options, (message) =>
      sendOne(message, toCall(config, message), options.signal),
    ),
  events: twilioEvents,
  keysByHand: { url: 'https://www.twilio.com/docs/iam/api-keys', checked: '2026-11-29' },
  close: async () => undefined,
};

function toCall(config: Config, message: OutgoingSms): ApiCall {
  const { settings } = config;
  const form = new URLSearchParams({
    To: message.to,
    Body: message.text,
    ValidityPeriod: String(settings.validitySeconds),
    // What may be written in another way is decided by our own settings, and shown before.
    SmartEncoded: 'false',
  });
  const from = message.from ?? settings.sender;
  if (from) form.set('From', from);
  else if (settings.messagingServiceSid) form.set('MessagingServiceSid', settings.messagingServiceSid);
  const report = hookUrl(config.id);
  // One that Twilio cannot reach makes it refuse the message (21609).
  if (isReachable(report)) form.set('StatusCallback', report);
  return {
    method: 'POST',
    url: `${accountUrl(config)}/Messages.json`,
    headers: { ...headers(config), 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    timeoutMs: settings.timeoutMs,
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

function accountUrl({ settings }: Config): string {
  return `${baseUrl(settings.endpoint, OWN_ENDPOINT)}/2010-04-01/Accounts/${settings.accountSid}`;
}

function headers({ settings, secrets }: Config) {
  const user = settings.apiKeySid ?? settings.accountSid;
  const pair = Buffer.from(`${user}:${secrets.apiKey ?? ''}`).toString('base64');
  return { accept: 'application/json', authorization: `Basic ${pair}` };
}

type Account = { status: string; type: string; friendly_name: string };

function knowsAccount(config: Config): Check {
  return {
    name: 'auth',
    request: { method: 'GET', url: `${accountUrl(config)}.json`, headers: headers(config) },
    // The answer repeats the auth token.
    hide: (text) => text.replace(/("auth_token"\s*:\s*")[^"]*/, '$1••••'),
    detail: ({ text }) => {
      const { status = '', type = '', friendly_name = '' } = readJson<Account>(text);
      if (status && status !== 'active')
        throw new TestFailure('account_disabled', `the account is ${status}`);
      return [friendly_name, type === 'Trial' ? 'a trial: it reaches verified numbers only' : type]
        .filter(Boolean)
        .join(', ');
    },
  };
}

type Numbers = { incoming_phone_numbers: { capabilities: { sms: boolean } }[] };

/** Only a number of the account's own can be asked for; names and short codes are told by the first real message. */
function ownSender(config: Config): Check[] {
  const { sender } = config.settings;
  if (!sender?.startsWith('+')) return [];
  const query = new URLSearchParams({ PhoneNumber: sender });
  return [
    {
      name: 'envelope',
      request: {
        method: 'GET',
        url: `${accountUrl(config)}/IncomingPhoneNumbers.json?${query}`,
        headers: headers(config),
      },
      detail: ({ text }) => {
        const [number] = readJson<Numbers>(text).incoming_phone_numbers ?? [];
        if (!number) throw new TestFailure('sender', `${sender} is no number of this account`);
        if (number.capabilities?.sms === false)
          throw new TestFailure('sender', `${sender} cannot send text messages`);
        return sender;
      },
    },
  ];
}
