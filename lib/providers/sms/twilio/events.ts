import type { InboundRequest, ReportedEvent } from '@/lib/events/inbound';
import { queryOf } from '@/lib/events/query';
import { messageOf } from '../../email/events/fields';
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

  parse(request: InboundRequest): ReportedEvent[] {
    const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
    const ours = new URLSearchParams(queryOf(request)).get('message');
    const part = (name: string) => form.get(name) || undefined;
    const sid = part('MessageSid') ?? part('SmsSid');
    const status = part('MessageStatus') ?? part('SmsStatus');
    if (!sid || !status) return [];
    return status === 'received' ? toAnswer(sid, part) : toReport({ sid, ours }, status, part);
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

type Ids = { sid: string; ours: string | null };

function toReport({ sid, ours }: Ids, status: string, part: Part): ReportedEvent[] {
  const message = messageOf(ours, sid);
  const code = part('ErrorCode');
  if (!message) return [];
  const common = {
    ...message,
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
