import type { SendResult } from '@/lib/channels/results';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import type { Adapter } from '../../adapter';
import { testByApi } from '../../api/test';
import { sendOne } from '../../sms/send-one';
import {
  knowsAccount,
  messageCall,
  TWILIO_ENDPOINT,
  TwilioSecrets,
  tellsBalance,
} from '../../sms/twilio/account';
import { twilioEvents } from '../../sms/twilio/events';
import { twilioPrices } from '../../sms/twilio/prices';
import { twilioCause } from '../../sms/twilio/refusals';
import { refusedFor, wayOf, windowCause } from '../window';
import { type TwilioWhatsAppConfig, TwilioWhatsAppSettings } from './settings';
import { twilioTemplates } from './templates';

export const twilioWhatsApp: Adapter<TwilioWhatsAppSettings, TwilioSecrets, OutgoingWhatsApp> = {
  kind: 'twilio-whatsapp',
  channel: 'whatsapp',
  label: 'WhatsApp (Twilio)',
  settings: TwilioWhatsAppSettings,
  secrets: TwilioSecrets,
  targets: { apiKey: { endpoint: TWILIO_ENDPOINT } },
  presets: {
    'twilio-whatsapp': {
      label: 'WhatsApp (Twilio)',
      settings: {},
      help: 'https://www.twilio.com/docs/whatsapp/self-sign-up',
      keysUrl: 'https://console.twilio.com/',
    },
  },
  carries: {
    unicodeLocalParts: 'always',
    sources: [{ url: 'https://www.twilio.com/docs/whatsapp/api', checked: '2026-11-30' }],
  },
  concurrency: () => 10,
  send,
  test: (config, options) =>
    testByApi(
      [knowsAccount(config), tellsBalance(config)],
      options,
      (message) => send(config, message, options.signal),
      (refused) => windowCause(refused) ?? twilioCause(refused),
    ),
  events: twilioEvents,
  prices: twilioPrices,
  templates: twilioTemplates,
  keysByHand: { url: 'https://www.twilio.com/docs/iam/api-keys', checked: '2026-11-30' },
  close: async () => undefined,
};

async function send(
  config: TwilioWhatsAppConfig,
  message: OutgoingWhatsApp,
  signal: AbortSignal,
): Promise<SendResult> {
  const { text, file, to } = message;
  if (file)
    return elsewhere(
      message,
      'Twilio fetches files from a public link, and what is for one person alone gets none.',
    );
  const way = await wayOf(config.id, message);
  if (way.by === 'none') return refusedFor(message, way);
  const form = new URLSearchParams({ To: `whatsapp:${to}`, From: `whatsapp:${config.settings.sender}` });
  if (way.by === 'text') form.set('Body', text ?? '');
  else if (/^HX[0-9a-fA-F]{32}$/.test(way.template.name)) {
    form.set('ContentSid', way.template.name);
    // One that is left out would go out as the sample that was approved with it.
    form.set('ContentVariables', JSON.stringify(way.template.variables));
  } else return elsewhere(message, 'Twilio knows templates by their HX… id, not by their name.');
  return sendOne(message, messageCall(config, form, message.id), signal);
}

/** Another provider may carry it. */
function elsewhere({ recipients }: OutgoingWhatsApp, reply: string): SendResult {
  const refused = {
    outcome: 'refused',
    fault: 'cannot_carry',
    permanent: true,
    code: 'unsupported',
    reply,
  } as const;
  return { outcomes: recipients.map((address) => ({ address, ...refused })) };
}
