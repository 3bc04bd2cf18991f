import { createHmac } from 'node:crypto';
import { safeEqual } from '@/lib/crypto/compare';
import type { InboundRequest, ReportedDetail, ReportedEvent, Verified } from '@/lib/events/inbound';
import { queryOf } from '@/lib/events/query';
import {
  type Fields,
  fieldsOf,
  listOf,
  messageOf,
  readBody,
  textOf,
  timeOf,
} from '../../email/events/fields';

type Config = {
  settings: { phoneNumberId: string };
  secrets: { webhookAppSecret?: string; webhookVerifyToken?: string };
};

/** https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components */
export const metaEvents = {
  proof: 'webhookAppSecret',

  /** Over the bytes as they came: Meta writes `\u00e1` and `\/`, which nobody may read and write again. */
  verify({ headers, body }: InboundRequest, { secrets: { webhookAppSecret: appSecret } }: Config): Verified {
    if (!appSecret) return { ok: false, reason: 'no app secret is set here' };
    const given = headers['x-hub-signature-256'];
    if (!given) return { ok: false, reason: 'it came without a signature' };
    const own = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
    return safeEqual(own, given)
      ? { ok: true }
      : { ok: false, reason: 'its signature is not that of the app secret' };
  },

  challenge(request: InboundRequest, { secrets: { webhookVerifyToken: verifyToken } }: Config) {
    const query = new URLSearchParams(queryOf(request));
    const shown = query.get('hub.verify_token');
    if (query.get('hub.mode') !== 'subscribe' || !verifyToken || !shown || !safeEqual(shown, verifyToken))
      return null;
    const challenge = query.get('hub.challenge') ?? '';
    return {
      contentType: 'text/plain; charset=utf-8',
      body: challenge.replace(/[^\w.-]/g, '').slice(0, 200),
    };
  },

  /** Lists at four levels, each of which may have several. */
  parse({ body }: InboundRequest, { settings }: Config): ReportedEvent[] {
    const values = listOf(fieldsOf(readBody(body)).entry).flatMap((entry) =>
      listOf(fieldsOf(entry).changes).map((change) => fieldsOf(fieldsOf(change).value)),
    );
    return values
      .filter(({ metadata }) => fieldsOf(metadata).phone_number_id === settings.phoneNumberId)
      .flatMap(({ statuses, messages }) => [
        ...listOf(statuses).flatMap((status) => toReport(fieldsOf(status))),
        ...listOf(messages).flatMap((message) => toAnswer(fieldsOf(message))),
      ]);
  },
};

const TYPES: Record<string, ReportedEvent['type']> = {
  sent: 'sent',
  delivered: 'delivered',
  // Comes without `delivered` where it was read at once.
  read: 'opened',
};

function toReport(status: Fields): ReportedEvent[] {
  const { id, status: state, errors, biz_opaque_callback_data: ours, timestamp } = status;
  const message = messageOf(ours, id);
  const error = fieldsOf(listOf(errors)[0]);
  const code = textOf(error.code);
  if (!message || typeof state !== 'string') return [];
  const common = {
    ...message,
    key: [id, state, code].map(textOf).join(' '),
    // The message's one. What WhatsApp calls a person need not be the number that was asked for: in Mexico it has a 1 more, in Brazil a 9 less,
    // and who has a user name shows none: https://github.com/netflie/whatsapp-cloud-api/issues/39
    recipient: null,
    at: timeOf(timestamp),
  };
  if (Object.hasOwn(TYPES, state)) return [{ ...common, type: TYPES[state]! }];
  if (state !== 'failed') return [];
  const words = textOf(fieldsOf(error.error_data).details) ?? textOf(error.title);
  return [{ ...common, type: code === '131026' ? 'bounced' : 'failed', detail: whyFailed(code, words) }];
}

const CONTENT = /^(131047|13105[123]|132\d{3})$/;

function whyFailed(code: string | undefined, reply: string | undefined): ReportedDetail {
  const told = { ...(code && { code }), ...(reply && { reply }) };
  if (code === '131026') return { ...told, reason: 'invalid' };
  if (code === '131050') return { ...told, reason: 'suppressed' };
  return { ...told, reason: CONTENT.test(code ?? '') ? 'content' : 'other' };
}

/** What somebody wrote opens the 24 hours in which a text goes without a template. */
function toAnswer({ id, from, timestamp, type, text }: Fields): ReportedEvent[] {
  const number = numberOf(from);
  if (!number || typeof id !== 'string') return [];
  const words = textOf(fieldsOf(text).body) ?? `[${textOf(type) ?? '?'}]`;
  return [
    {
      answerOf: number,
      key: id,
      recipient: number,
      type: 'replied',
      at: timeOf(timestamp),
      detail: { text: words },
    },
  ];
}

/** Meta writes it without its sign. */
function numberOf(value: unknown): string | null {
  const digits = textOf(value);
  return digits && /^\d{8,15}$/.test(digits) ? `+${digits}` : null;
}
