import { z } from 'zod';
import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import { SmsSender } from '@/lib/channels/sms/schema';
import { flaw } from '@/lib/flaws';
import { matching } from '@/lib/validation';
import type { Adapter, ProviderConfig } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { readJson } from '../../api/json';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { sendOne } from '../send-one';
import {
  accountSettings,
  accountUrl,
  headers,
  knowsAccount,
  messageCall,
  TWILIO_ENDPOINT,
  TwilioSecrets,
  tellsBalance,
} from './account';
import { twilioEvents } from './events';
import { twilioPrices } from './prices';
import { twilioCause } from './refusals';

/** Twilio SMS: https://www.twilio.com/docs/messaging/api/message-resource */
const Settings = z.strictObject({
  ...accountSettings,
  /** A number, a short code or a name; or the messaging service that chooses one. */
  sender: SmsSender.optional(),
  messagingServiceSid: matching(
    /^MG[0-9a-fA-F]{32}$/,
    flaw('looks_like', { example: 'MG0123456789abcdef0123456789abcdef' }),
  )
    .optional()
    .meta({ technical: true }),
  /** Not sent any more after so many seconds: a text of noon is not read at night. */
  validitySeconds: z.number().int().min(60).max(36_000).default(14_400).meta({ technical: true }),
});
type Settings = z.infer<typeof Settings>;
type Config = ProviderConfig<Settings, TwilioSecrets>;

export const twilio: Adapter<Settings, TwilioSecrets, OutgoingSms> = {
  kind: 'twilio',
  channel: 'sms',
  label: 'Twilio SMS',
  settings: Settings,
  secrets: TwilioSecrets,
  targets: { apiKey: { endpoint: TWILIO_ENDPOINT } },
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
    testByApi(
      [knowsAccount(config), tellsBalance(config), ...ownSender(config)],
      options,
      (message) => sendOne(message, toCall(config, message), options.signal),
      twilioCause,
    ),
  events: twilioEvents,
  prices: twilioPrices,
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
  return messageCall(config, form, message.id);
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
        const { incoming_phone_numbers: numbers } = readJson<Numbers>(text);
        const number = Array.isArray(numbers) ? numbers[0] : undefined;
        if (!number) throw new TestFailure('sender', `${sender} is no number of this account`);
        if (number.capabilities?.sms === false)
          throw new TestFailure('sender', `${sender} cannot send text messages`);
        return sender;
      },
    },
  ];
}
