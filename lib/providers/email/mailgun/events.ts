import { createHmac } from 'node:crypto';
import { safeEqual } from '@/lib/crypto/compare';
import { entryOf } from '@/lib/entry-of';
import type { InboundRequest, ReportedEvent, Verified } from '@/lib/events/inbound';
import type { Machine } from '@/lib/events/machines';
import { type Visit, visitOf } from '@/lib/events/visit';
import { type Fields, fieldsOf, type Meaning, messageOf, readBody, textOf, timeOf } from '../events/fields';

type Config = { secrets: { webhookSigningKey?: string } };

/** It tries again for eight hours. What was seen is kept for longer than this, so nothing is taken twice. */
const OLDEST_S = 3 * 24 * 3_600;
/** "If Mailgun receives a 406 (Not Acceptable) code, Mailgun will determine the POST is rejected and not retry." */
const REJECTED = 406;

/** Mailgun's webhooks, one event each: https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhooks */
export const events = {
  proof: 'webhookSigningKey',

  /** Signs a time and a token and not the body, so a token counts once: https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks */
  verify({ body, receivedAt }: InboundRequest, { secrets }: Config): Verified {
    if (!secrets.webhookSigningKey) return { ok: false, reason: 'no webhook signing key is set here' };
    const { timestamp, token, signature } = signatureOf(body);
    if (!timestamp || !token || !signature) return { ok: false, reason: 'it came without a signature' };
    const expected = createHmac('sha256', secrets.webhookSigningKey)
      .update(timestamp + token)
      .digest('hex');
    if (!safeEqual(signature.toLowerCase(), expected))
      return refuse('its signature does not fit the webhook signing key that is set here');
    const ageS = receivedAt.getTime() / 1_000 - Number(timestamp);
    return ageS < OLDEST_S ? { ok: true, key: token } : refuse('its signature is older than three days');
  },

  parse({ body }: InboundRequest): ReportedEvent[] {
    const event = fieldsOf(fieldsOf(readBody(body))['event-data']);
    const meaning = meaningOf(event);
    const message = messageOf(
      fieldsOf(event['user-variables']).relevo_id,
      fieldsOf(fieldsOf(event.message).headers)['message-id'],
    );
    const recipient = textOf(event.recipient);
    if (!meaning || !message || !recipient) return [];
    const status = fieldsOf(event['delivery-status']);
    const detail = {
      code: textOf(status['enhanced-code']) ?? textOf(status.code),
      reply: textOf(status.message) ?? textOf(status.description),
      ...(meaning.reason && { reason: meaning.reason }),
      ...visitIn(event),
    };
    // Its ids are unique within a day.
    const key = `${textOf(event.id)} ${textOf(event.timestamp)}`;
    return [{ ...message, key, recipient, type: meaning.type, at: timeOf(event.timestamp), detail }];
  },
};

function signatureOf(body: Uint8Array) {
  try {
    const { timestamp, token, signature } = fieldsOf(fieldsOf(readBody(body)).signature);
    return { timestamp: textOf(timestamp), token: textOf(token), signature: textOf(signature) };
  } catch {
    return {};
  }
}

const refuse = (reason: string): Verified => ({ ok: false, reason, status: REJECTED });

/** https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure */
function meaningOf(event: Fields): Meaning | undefined {
  if (event.event !== 'failed') return entryOf(EVENTS, event.event);
  if (event.severity === 'temporary') return { type: 'deferred' };
  return entryOf(FAILURES, event.reason) ?? { type: 'failed', reason: 'other' };
}

const EVENTS: Record<string, Meaning> = {
  accepted: { type: 'sent' },
  delivered: { type: 'delivered' },
  rejected: { type: 'failed', reason: 'content' },
  complained: { type: 'complained' },
  opened: { type: 'opened' },
  clicked: { type: 'clicked' },
  unsubscribed: { type: 'unsubscribed' },
};

/** `client-info.bot` names whose proxy it was, where it was one. */
const BOTS: Record<string, Machine> = { apple: 'apple', gmail: 'google', yahoo: 'yahoo' };

/** https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads */
function visitIn(event: Fields): Visit | undefined {
  if (event.event !== 'opened' && event.event !== 'clicked') return undefined;
  const { bot, 'user-agent': agent } = fieldsOf(event['client-info']);
  return visitOf({
    link: textOf(event.url),
    agent: textOf(agent),
    ip: textOf(event.ip),
    country: textOf(fieldsOf(event.geolocation).country),
    machine: bot ? (entryOf(BOTS, bot) ?? 'scanner') : null,
  });
}

/** Its reasons of a failure for good. "old": it has tried long enough. */
const FAILURES: Record<string, Meaning> = {
  bounce: { type: 'bounced', reason: 'invalid' },
  'suppress-bounce': { type: 'failed', reason: 'suppressed' },
  'suppress-complaint': { type: 'failed', reason: 'suppressed' },
  'suppress-unsubscribe': { type: 'failed', reason: 'suppressed' },
  old: { type: 'failed', reason: 'timed_out' },
  espblock: { type: 'failed', reason: 'blocked' },
};
