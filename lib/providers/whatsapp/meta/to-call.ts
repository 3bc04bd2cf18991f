import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import type { WhatsAppTemplate } from '@/lib/channels/whatsapp/schema';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ApiCall } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { baseUrl } from '../../api/settings';
import { META_REFUSALS } from './refusals';
import { META_ENDPOINT, type MetaConfig } from './settings';

type How = {
  /** By which it goes; absent: as it is. */
  template?: WhatsAppTemplate | undefined;
  /** Of the file, as Meta named it. */
  mediaId?: string | undefined;
};

/** `POST /{phone-number-id}/messages`: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export function toCall(config: MetaConfig, message: OutgoingWhatsApp, how: How): ApiCall {
  return {
    method: 'POST',
    url: `${graphUrl(config)}/${config.settings.phoneNumberId}/messages`,
    headers: { ...authorization(config), 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: message.to.slice(1),
      ...contentOf(message, how),
      // Comes back with everything that is told of it, also where nobody heard the answer to this.
      biz_opaque_callback_data: message.id,
    }),
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }) => asText(readJson<{ messages: { id: string }[] }>(text).messages?.[0]?.id),
    explain,
    classify,
  };
}

function contentOf({ text, file }: OutgoingWhatsApp, { template, mediaId }: How) {
  if (template) return templateOf(template, file, mediaId);
  if (file) {
    const kind = kindOf(file);
    return { type: kind, [kind]: { ...mediaOf(file, mediaId), ...(text && { caption: text }) } };
  }
  return { type: 'text', text: { body: text ?? '', preview_url: true } };
}

/** Variables are numbered or named, as the template was approved; a part without any is left out. */
function templateOf(
  { name, language, variables }: WhatsAppTemplate,
  file: OutgoingAttachment | undefined,
  mediaId: string | undefined,
) {
  const given = Object.entries(variables);
  const numbered = given.every(([key]) => /^\d+$/.test(key));
  const parameters = given
    .toSorted(([a], [b]) => (numbered ? Number(a) - Number(b) : 0))
    .map(([key, text]) => ({ type: 'text', ...(!numbered && { parameter_name: key }), text }));
  const kind = file && kindOf(file);
  const components = [
    ...(kind ? [{ type: 'header', parameters: [{ type: kind, [kind]: mediaOf(file!, mediaId) }] }] : []),
    ...(parameters.length > 0 ? [{ type: 'body', parameters }] : []),
  ];
  return {
    type: 'template',
    template: { name, language: { code: language }, ...(components.length > 0 && { components }) },
  };
}

function mediaOf(file: OutgoingAttachment, id: string | undefined) {
  return { id, ...(kindOf(file) === 'document' && { filename: file.filename }) };
}

/** What it shows as a picture; all else is a document. */
function kindOf({ contentType }: OutgoingAttachment): 'image' | 'document' {
  return /^image\/(jpeg|png)$/.test(contentType) ? 'image' : 'document';
}

type Refusal = {
  error: { message: string; code: number; is_transient: boolean; error_data: { details: string } };
};

export function explain({ text }: OutboundReply) {
  const { error } = readJson<Refusal>(text);
  return { code: asText(error?.code), text: asWords([error?.message, error?.error_data?.details], text) };
}

export function classify(reply: OutboundReply) {
  if (reply.status < 300) return undefined;
  const { error } = readJson<Refusal>(reply.text);
  if (error?.is_transient === true) return { fault: 'provider', permanent: false } as const;
  const code = Number(asText(error?.code));
  // All of them are permissions.
  if (code >= 200 && code <= 299) return { fault: 'provider', permanent: true } as const;
  // Meta keeps messages from this one person for now, or they had too many within seconds: others go on.
  if (code === 131049 || code === 130472 || code === 131056)
    return { fault: 'recipient', permanent: false } as const;
  return findVerdict(META_REFUSALS, reply, explain(reply));
}

export function graphUrl({ settings }: Pick<MetaConfig, 'settings'>): string {
  return `${baseUrl(settings.endpoint, META_ENDPOINT)}/${settings.graphVersion}`;
}

export function authorization({ secrets }: Pick<MetaConfig, 'secrets'>) {
  return { accept: 'application/json', authorization: `Bearer ${secrets.apiKey ?? ''}` };
}
