import { z } from 'zod';
import type { SendResult } from '@/lib/channels/results';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import { flaw } from '@/lib/flaws';
import { matching } from '@/lib/validation';
import type { Adapter, ProviderConfig } from '../../adapter';
import { testByApi } from '../../api/test';
import { sendOne } from '../../sms/send-one';
import {
  accountSettings,
  knowsAccount,
  messageCall,
  TWILIO_ENDPOINT,
  TwilioSecrets,
} from '../../sms/twilio/account';
import { twilioEvents } from '../../sms/twilio/events';
import { twilioPrices } from '../../sms/twilio/prices';
import { wayOf, windowClosed } from '../window';

/** WhatsApp through Twilio: https://www.twilio.com/docs/whatsapp/api */
const Settings = z.strictObject({
  ...accountSettings,
  /** The number that is registered there for WhatsApp. */
  sender: matching(/^\+\d{8,15}$/, flaw('looks_like', { example: '+595981234567' })),
});
type Settings = z.infer<typeof Settings>;
type Config = ProviderConfig<Settings, TwilioSecrets>;

export const twilioWhatsApp: Adapter<Settings, TwilioSecrets, OutgoingWhatsApp> = {
  kind: 'twilio-whatsapp',
  channel: 'whatsapp',
  label: 'WhatsApp (Twilio)',
  settings: Settings,
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
    testByApi([knowsAccount(config)], options, (message) => send(config, message, options.signal)),
  events: twilioEvents,
  prices: twilioPrices,
  keysByHand: { url: 'https://www.twilio.com/docs/iam/api-keys', checked: '2026-11-30' },
  close: async () => undefined,
};

async function send(config: Config, message: OutgoingWhatsApp, signal: AbortSignal): Promise<SendResult> {
  const { text, template, file, to } = message;
  if (file)
    return elsewhere(
      message,
      'Twilio fetches files from a public link, and what is for one person alone gets none.',
    );
  const { by } = await wayOf(config.id, message);
  if (by === 'none') return windowClosed(message);
  const form = new URLSearchParams({ To: `whatsapp:${to}`, From: `whatsapp:${config.settings.sender}` });
  if (by === 'text') form.set('Body', text ?? '');
  else if (template && /^HX[0-9a-fA-F]{32}$/.test(template.name)) {
    form.set('ContentSid', template.name);
    // One that is left out would go out as the sample that was approved with it.
    form.set('ContentVariables', JSON.stringify(template.variables));
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
