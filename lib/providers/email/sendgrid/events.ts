import { createPublicKey, type KeyObject, verify as verifySignature } from 'node:crypto';
import { entryOf } from '@/lib/entry-of';
import type { InboundRequest, ReportedEvent, ReportedReason, Verified } from '@/lib/events/inbound';
import { type Visit, visitOf } from '@/lib/events/visit';
import {
  type Fields,
  fieldsOf,
  listOf,
  type Meaning,
  messageOf,
  readBody,
  textOf,
  timeOf,
} from '../events/fields';

type Config = { settings: { webhookPublicKey?: string } };

/** SendGrid's event webhook, many events in one: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export const events = {
  proof: 'webhookPublicKey',

  /** ECDSA over the time and the very bytes: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features */
  verify({ headers, body }: InboundRequest, { settings }: Config): Verified {
    const signature = headers['x-twilio-email-event-webhook-signature'];
    const time = headers['x-twilio-email-event-webhook-timestamp'];
    if (!settings.webhookPublicKey) return { ok: false, reason: 'no webhook public key is set here' };
    if (!signature || !time) return { ok: false, reason: 'it came without a signature' };
    const key = keyOf(settings);
    if (!key) return { ok: false, reason: 'the webhook public key that is set here is none' };
    const signed = Buffer.concat([Buffer.from(time), body]);
    return verifySignature('sha256', signed, key, Buffer.from(signature, 'base64'))
      ? { ok: true }
      : { ok: false, reason: 'its signature does not fit the webhook public key that is set here' };
  },

  parse: ({ body }: InboundRequest): ReportedEvent[] =>
    listOf(readBody(body)).flatMap((event) => toEvent(fieldsOf(event))),
};

// To make a key of its text costs almost as much as to verify with it; settings are another object once they are changed.
const keys = new WeakMap<Config['settings'], KeyObject | null>();

function keyOf(settings: Config['settings']): KeyObject | null {
  const known = keys.get(settings);
  if (known !== undefined) return known;
  const key = readKey(settings.webhookPublicKey!);
  keys.set(settings, key);
  return key;
}

/** As the page shows it: base64 of an SPKI, without a frame; with one all the same. */
function readKey(text: string): KeyObject | null {
  const bare = text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  try {
    return createPublicKey({ key: Buffer.from(bare, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

function toEvent(event: Fields): ReportedEvent[] {
  const meaning = meaningOf(event);
  // What comes before the first dot is what it answered when it took the message.
  const message = messageOf(event.relevo_id, textOf(event.sg_message_id)?.split('.')[0]);
  const recipient = textOf(event.email);
  if (!meaning || !message || !recipient) return [];
  return [
    {
      ...message,
      key: textOf(event.sg_event_id) ?? `${event.event} ${event.timestamp} ${event.sg_message_id}`,
      recipient,
      type: meaning.type,
      at: timeOf(event.timestamp),
      detail: {
        code: textOf(event.status),
        reply: textOf(event.reason) ?? textOf(event.response),
        ...(meaning.reason && { reason: meaning.reason }),
        ...visitIn(event),
      },
    },
  ];
}

function meaningOf(event: Fields): Meaning | undefined {
  // "blocked": the server refused for now; nothing is said of the address.
  if (event.event === 'bounce' && event.type === 'blocked') return { type: 'failed', reason: 'blocked' };
  if (event.event !== 'dropped') return entryOf(EVENTS, event.event);
  return { type: 'failed', reason: entryOf(DROPS, event.reason) ?? 'other' };
}

const EVENTS: Record<string, Meaning> = {
  processed: { type: 'sent' },
  deferred: { type: 'deferred' },
  delivered: { type: 'delivered' },
  bounce: { type: 'bounced', reason: 'invalid' },
  spamreport: { type: 'complained' },
  open: { type: 'opened' },
  click: { type: 'clicked' },
  unsubscribe: { type: 'unsubscribed' },
  // Of one of the account's groups: `group_resubscribe` takes that back, and is none of ours.
  group_unsubscribe: { type: 'unsubscribed' },
};

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event#engagement-events */
function visitIn({ event, url, useragent, ip, sg_machine_open: byMachine }: Fields): Visit | undefined {
  if (event !== 'open' && event !== 'click') return undefined;
  return visitOf({
    link: textOf(url),
    agent: textOf(useragent),
    ip: textOf(ip),
    // "Apple Mail Privacy Protection", as far as it can tell.
    machine: byMachine === true ? 'apple' : null,
  });
}

/** Why SendGrid itself did not send: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event#delivery-events */
const DROPS: Record<string, ReportedReason> = {
  'Bounced Address': 'suppressed',
  'Spam Reporting Address': 'suppressed',
  'Unsubscribed Address': 'suppressed',
  'Invalid SMTPAPI header': 'content',
  'Spam Content (if Spam Checker app is enabled)': 'spam',
  'Spam Content': 'spam',
  Invalid: 'invalid',
};
