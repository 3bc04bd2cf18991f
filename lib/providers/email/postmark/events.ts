import { entryOf } from '@/lib/entry-of';
import type { InboundRequest, ReportedEvent, ReportedReason } from '@/lib/events/inbound';
import type { ToldType } from '@/lib/events/types';
import { type Visit, visitOf } from '@/lib/events/visit';
import { type Fields, fieldsOf, messageOf, readBody, textOf, timeOf } from '../events/fields';
import { carriesSecret } from '../events/shared-secret';

type Config = { secrets: { webhookToken?: string } };

/**
 * Postmark's webhooks, one event each, not signed: https://postmarkapp.com/developer/webhooks/webhooks-overview
 * Bounces by their type: https://postmarkapp.com/developer/api/bounce-api#bounce-types
 */
export const events = {
  proof: 'webhookToken',

  verify: (request: InboundRequest, { secrets }: Config) => carriesSecret(request, secrets.webhookToken),

  parse({ body }: InboundRequest): ReportedEvent[] {
    const event = fieldsOf(readBody(body));
    const read = entryOf(RECORDS, event.RecordType);
    const message = messageOf(fieldsOf(event.Metadata).relevo_id, event.MessageID);
    const recipient = textOf(event.Recipient) ?? textOf(event.Email);
    const told = read?.(event);
    return told && message && recipient ? [{ ...message, recipient, ...told }] : [];
  },
};

type Told = Pick<ReportedEvent, 'key' | 'type' | 'at' | 'detail'>;

const RECORDS: Record<string, (event: Fields) => Told | null> = {
  Delivery: (event) => ({
    key: `delivery ${textOf(event.MessageID)} ${textOf(event.Recipient)}`,
    type: 'delivered',
    at: timeOf(event.DeliveredAt),
    detail: { reply: textOf(event.Details) },
  }),
  Bounce(event) {
    const bounce = entryOf(BOUNCES, event.Type) ?? BOUNCES.Unknown!;
    if (!bounce.type) return null;
    return {
      key: `bounce ${textOf(event.ID)}`,
      type: bounce.type,
      at: timeOf(event.BouncedAt),
      detail: {
        code: textOf(event.Type),
        reply: textOf(event.Details) ?? textOf(event.Description),
        reason: bounce.reason,
      },
    };
  },
  Open: (event) => ({
    key: `open ${textOf(event.MessageID)} ${textOf(event.Recipient)} ${textOf(event.ReceivedAt)}`,
    type: 'opened',
    at: timeOf(event.ReceivedAt),
    detail: visitIn(event),
  }),
  Click: (event) => ({
    key: `click ${textOf(event.MessageID)} ${textOf(event.Recipient)} ${textOf(event.ReceivedAt)} ${textOf(event.OriginalLink)}`,
    type: 'clicked',
    at: timeOf(event.ReceivedAt),
    detail: visitIn(event),
  }),
  /** Also told of bounces and complaints, which come by themselves, and of what its customer lifts. */
  SubscriptionChange: (event) =>
    event.SuppressSending === true &&
    event.SuppressionReason === 'ManualSuppression' &&
    event.Origin === 'Recipient'
      ? {
          key: `unsubscribed ${textOf(event.MessageID)} ${textOf(event.Recipient)} ${textOf(event.ChangedAt)}`,
          type: 'unsubscribed',
          at: timeOf(event.ChangedAt),
        }
      : null,
  SpamComplaint: (event) => ({
    key: `complaint ${textOf(event.ID)}`,
    type: 'complained',
    at: timeOf(event.BouncedAt),
  }),
};

/** https://postmarkapp.com/developer/webhooks/open-tracking-webhook, …/click-webhook */
function visitIn({ OriginalLink, UserAgent, Geo }: Fields): Visit {
  const { IP, CountryISOCode } = fieldsOf(Geo);
  return visitOf({
    link: textOf(OriginalLink),
    agent: textOf(UserAgent),
    ip: textOf(IP),
    country: textOf(CountryISOCode),
  });
}

/** Null: it says nothing of whether the message arrived. */
const BOUNCES: Record<string, { type: ToldType | null; reason?: ReportedReason }> = {
  HardBounce: { type: 'bounced', reason: 'invalid' },
  BadEmailAddress: { type: 'bounced', reason: 'invalid' },
  ManuallyDeactivated: { type: 'failed', reason: 'suppressed' },
  // "The server temporarily could not deliver your message": Postmark goes on trying.
  Transient: { type: 'deferred' },
  DnsError: { type: 'failed', reason: 'other' },
  SoftBounce: { type: 'failed', reason: 'mailbox_full' },
  Undeliverable: { type: 'failed', reason: 'other' },
  SpamNotification: { type: 'failed', reason: 'spam' },
  VirusNotification: { type: 'failed', reason: 'content' },
  Blocked: { type: 'failed', reason: 'blocked' },
  DMARCPolicy: { type: 'failed', reason: 'blocked' },
  SMTPApiError: { type: 'failed', reason: 'other' },
  TemplateRenderingFailed: { type: 'failed', reason: 'content' },
  Unconfirmed: { type: 'failed', reason: 'other' },
  SpamComplaint: { type: 'complained' },
  ChallengeVerification: { type: 'deferred' },
  Unknown: { type: 'failed', reason: 'other' },
  AutoResponder: { type: null },
  AddressChange: { type: null },
  OpenRelayTest: { type: null },
  Subscribe: { type: null },
  Unsubscribe: { type: null },
  InboundError: { type: null },
};
