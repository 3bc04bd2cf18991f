import type { SendResult } from '@/lib/channels/results';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import type { Adapter } from '../../adapter';
import { testByApi } from '../../api/test';
import { sendOne } from '../../sms/send-one';
import { refusedFor, wayOf, windowCause } from '../window';
import { knowsNumber, knowsToken } from './checks';
import { metaEvents } from './events';
import { metaCause } from './refusals';
import { META_ENDPOINT, type MetaConfig, MetaSecrets, MetaSettings } from './settings';
import { metaTemplates } from './templates';
import { toCall } from './to-call';
import { uploadFile } from './upload';

export const metaWhatsApp: Adapter<MetaSettings, MetaSecrets, OutgoingWhatsApp> = {
  kind: 'whatsapp',
  channel: 'whatsapp',
  label: 'WhatsApp (Meta)',
  settings: MetaSettings,
  secrets: MetaSecrets,
  targets: { apiKey: { endpoint: META_ENDPOINT } },
  presets: {
    whatsapp: {
      label: 'WhatsApp (Meta)',
      settings: {},
      help: 'https://developers.facebook.com/docs/whatsapp/cloud-api/get-started',
      keysUrl: 'https://business.facebook.com/settings/system-users',
    },
  },
  carries: {
    unicodeLocalParts: 'always',
    sources: [
      {
        url: 'https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media',
        checked: '2026-11-30',
      },
    ],
  },
  concurrency: () => 20,
  // Of a number, unless Meta has raised it; 20 where the number is used in the app as well.
  rate: {
    perSecond: 80,
    source: {
      url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput',
      checked: '2026-11-30',
    },
  },
  send,
  test: (config, options) =>
    testByApi(
      [knowsToken(config), knowsNumber(config)],
      options,
      (message) => send(config, message, options.signal),
      (refused) => windowCause(refused) ?? metaCause(refused),
    ),
  events: metaEvents,
  templates: metaTemplates,
  keysByHand: {
    url: 'https://developers.facebook.com/docs/whatsapp/business-management-api/get-started',
    checked: '2026-11-30',
  },
  close: async () => undefined,
};

async function send(config: MetaConfig, message: OutgoingWhatsApp, signal: AbortSignal): Promise<SendResult> {
  const way = await wayOf(config.id, message);
  if (way.by === 'none') return refusedFor(message, way);
  const uploaded = message.file ? await uploadFile(config, message.file, signal) : undefined;
  if (uploaded && 'outcome' in uploaded)
    return { outcomes: message.recipients.map((address) => ({ address, ...uploaded.outcome })) };
  const template = way.by === 'template' ? way.template : undefined;
  const how = { template, mediaId: uploaded?.mediaId };
  return sendOne(message, toCall(config, message, how), signal);
}
