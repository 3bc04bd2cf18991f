import type { InboundRequest, ReportedEvent } from '@/lib/events/inbound';
import { hookUrl } from '../../hooks/public-address';
import { meaningOf } from './late-errors';
import { verifyTwilio } from './signature';

type Config = {
  id: string;
  settings: { apiKeySid?: string | undefined };
  secrets: { apiKey?: string; webhookAuthToken?: string; webhookSharedKey?: string };
};

/** Status callbacks and inbound messages, to one address: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export const twilioEvents = {
  proof: 'apiKey',

  verify(request: InboundRequest, { id, settings, secrets }: Config) {
    // The secret of an API key signs nothing.
    const authToken = secrets.webhookAuthToken ?? (settings.apiKeySid ? undefined : secrets.apiKey);
    return verifyTwilio(request, hookUrl(id), { authToken, sharedKey: secrets.webhookSharedKey });
  },

  parse({ body }: InboundRequest): ReportedEvent[] {
    const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
    const part = (name: string) => form.get(name) || undefined;
    const sid = part('MessageSid') ?? part('SmsSid');
    const status = part('MessageStatus') ?? part('SmsStatus');
    if (!sid || !status) return [];
    return status === 'received' ? toAnswer(sid, part) : toReport(sid, status, part);
  },

  // Twilio notes an error at the account for any other type.
  answer: () => ({ contentType: 'text/xml', body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' }),
};

type Part = (name: string) => string | undefined;

const TYPES: Record<string, ReportedEvent['type']> = {
  sent: 'sent',
  delivered: 'delivered',
  // Only where the person lets others see it (WhatsApp).
  read: 'opened',
};

function toReport(sid: string, status: string, part: Part): ReportedEvent[] {
  const code = part('ErrorCode');
  const common = {
    providerMessageId: sid,
    key: [sid, status, code].filter(Boolean).join(' '),
    recipient: bare(part('To')),
    // It tells no time.
    at: null,
  };
  const type = Object.hasOwn(TYPES, status) ? TYPES[status] : undefined;
  if (type) return [{ ...common, type }];
  if (status !== 'failed' && status !== 'undelivered') return [];
  const reply = part('ErrorMessage') ?? part('ChannelStatusMessage');
  return [{ ...common, ...meaningOf(code, { code, reply }) }];
}

function toAnswer(sid: string, part: Part): ReportedEvent[] {
  const from = bare(part('From'));
  const text = (part('Body') ?? '').slice(0, 2_000);
  if (!from) return [];
  // A messaging service knows such words in other languages, too.
  const wish = part('OptOutType')?.toLowerCase();
  return [
    {
      answerOf: from,
      key: sid,
      recipient: from,
      type: 'replied',
      at: null,
      detail: { text, ...(wish && { wish }) },
    },
  ];
}

/** `whatsapp:+595981123456` is the number on that channel. */
function bare(address: string | undefined): string | null {
  return address?.replace(/^whatsapp:/, '') ?? null;
}
