import { createHmac } from 'node:crypto';
import { safeEqual } from '@/lib/crypto/compare';
import { entryOf } from '@/lib/entry-of';
import type { InboundRequest, ReportedEvent, Verified } from '@/lib/events/inbound';
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

type Config = { secrets: { webhookToken?: string } };

/** Against replays; each delivery has an id besides, which is taken once. */
const TOLERANCE_S = 300;

/** Resend's webhooks, signed as Svix does: https://resend.com/docs/webhooks/event-types, https://docs.svix.com/receiving/verifying-payloads/how-manual */
export const events = {
  proof: 'webhookToken',

  verify({ headers, body, receivedAt }: InboundRequest, { secrets }: Config): Verified {
    const secret = secrets.webhookToken;
    if (!secret) return { ok: false, reason: 'no webhook signing secret is set here' };
    const [id, time, signatures] = ['id', 'timestamp', 'signature'].map(
      (part) => headers[`svix-${part}`] ?? headers[`webhook-${part}`],
    );
    if (!id || !time || !signatures) return { ok: false, reason: 'it came without a signature' };
    if (!(Math.abs(receivedAt.getTime() / 1_000 - Number(time)) <= TOLERANCE_S))
      return { ok: false, reason: 'its signature is more than five minutes from the time here' };
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest('base64');
    const fits = signatures.split(' ').some((each) => safeEqual(each, `v1,${expected}`));
    return fits
      ? { ok: true, key: id }
      : { ok: false, reason: 'its signature does not fit the webhook signing secret that is set here' };
  },

  parse({ body }: InboundRequest): ReportedEvent[] {
    const event = fieldsOf(readBody(body));
    const data = fieldsOf(event.data);
    const meaning = meaningOf(textOf(event.type) ?? '', data);
    const message = messageOf(tagOf(data.tags), data.email_id);
    const [first, ...others] = listOf(data.to).map(textOf);
    if (!meaning || !message || !first) return [];
    // It does not say which of several it speaks of: that somebody opened it is worth knowing all the same.
    const isVisit = meaning.type === 'opened' || meaning.type === 'clicked';
    if (others.length > 0 && !isVisit) return [];
    const recipient = others.length > 0 ? null : first;
    const { type, reason, reply } = meaning;
    const at = timeOf(event.created_at);
    const key = `${event.type} ${textOf(data.email_id)} ${at?.toISOString()}`;
    return [
      {
        ...message,
        key,
        recipient,
        type,
        at,
        detail: { reply, ...(reason && { reason }), ...visitIn(data) },
      },
    ];
  },
};

/** In its documents an object by name; it takes them as a list. */
function tagOf(tags: unknown): unknown {
  const listed = listOf(tags)
    .map(fieldsOf)
    .find(({ name }) => name === 'relevo_id');
  return listed ? listed.value : fieldsOf(tags).relevo_id;
}

type Told = Meaning & { reply?: string };

function meaningOf(type: string, data: Fields): Told | undefined {
  const bounce = fieldsOf(data.bounce);
  if (type === 'email.bounced') {
    const reply = textOf(bounce.message);
    if (bounce.subType === 'Suppressed' || bounce.subType === 'OnAccountSuppressionList')
      return { type: 'failed', reason: 'suppressed', reply };
    const isHard = bounce.type === 'Permanent' || bounce.type === undefined;
    return {
      ...(isHard ? { type: 'bounced', reason: 'invalid' } : { type: 'failed', reason: 'other' }),
      reply,
    };
  }
  if (type === 'email.failed')
    return { type: 'failed', reason: 'other', reply: textOf(fieldsOf(data.failed).reason) };
  if (type === 'email.suppressed')
    return { type: 'failed', reason: 'suppressed', reply: textOf(fieldsOf(data.suppressed).message) };
  return entryOf(EVENTS, type);
}

const EVENTS: Record<string, Meaning> = {
  'email.sent': { type: 'sent' },
  'email.delivered': { type: 'delivered' },
  'email.delivery_delayed': { type: 'deferred' },
  'email.complained': { type: 'complained' },
  'email.opened': { type: 'opened' },
  'email.clicked': { type: 'clicked' },
};

/** https://resend.com/docs/webhooks/emails/clicked; of who opened it says nothing. */
function visitIn({ click, open }: Fields): Visit | undefined {
  const seen = fieldsOf(click ?? open);
  if (Object.keys(seen).length === 0) return undefined;
  return visitOf({ link: textOf(seen.link), agent: textOf(seen.userAgent), ip: textOf(seen.ipAddress) });
}
