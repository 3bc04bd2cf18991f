import { entryOf } from '@/lib/entry-of';
import type { InboundRequest, ReportedEvent } from '@/lib/events/inbound';
import { type Visit, visitOf } from '@/lib/events/visit';
import { readJson } from '../../api/json';
import { type Fields, fieldsOf, type Meaning, messageOf, readBody, textOf, timeOf } from '../events/fields';
import { carriesSecret } from '../events/shared-secret';

type Config = { secrets: { webhookToken?: string } };

/** Brevo's transactional webhooks, not signed, one event or a list of them: https://developers.brevo.com/docs/transactional-webhooks */
export const events = {
  proof: 'webhookToken',

  verify: (request: InboundRequest, { secrets }: Config) => carriesSecret(request, secrets.webhookToken),

  parse({ body }: InboundRequest): ReportedEvent[] {
    const sent = readBody(body);
    return (Array.isArray(sent) ? sent : [sent]).flatMap((event) => toEvent(fieldsOf(event)));
  },
};

function toEvent(event: Fields): ReportedEvent[] {
  const meaning = entryOf(EVENTS, event.event);
  const recipient = textOf(event.email);
  if (!meaning || !recipient) return [];
  const labels = readJson<{ relevo_id: string }>(textOf(event['X-Mailin-custom']) ?? '');
  const message = messageOf(labels.relevo_id, event['message-id']);
  if (!message) return [];
  const { type, reason } = meaning;
  return [
    {
      ...message,
      // It gives its events no id.
      key: [event.event, event['message-id'], event.email, event.ts_epoch].map(textOf).join(' '),
      recipient,
      type,
      // In milliseconds of UTC; its other times are in the account's zone.
      at: timeOf(event.ts_epoch),
      detail: { reply: textOf(event.reason), ...(reason && { reason }), ...visitIn(event) },
    },
  ];
}

const EVENTS: Record<string, Meaning> = {
  request: { type: 'sent' },
  delivered: { type: 'delivered' },
  deferred: { type: 'deferred' },
  hard_bounce: { type: 'bounced', reason: 'invalid' },
  invalid_email: { type: 'bounced', reason: 'invalid' },
  // "for a temporary reason": it does not try again.
  soft_bounce: { type: 'failed', reason: 'other' },
  blocked: { type: 'failed', reason: 'suppressed' },
  error: { type: 'failed', reason: 'other' },
  spam: { type: 'complained' },
  complaint: { type: 'complained' },
  // `unique_…`: the first time, told beside the other.
  opened: { type: 'opened' },
  proxy_open: { type: 'opened' },
  click: { type: 'clicked' },
  unsubscribed: { type: 'unsubscribed' },
  unsubscribe: { type: 'unsubscribed' },
};

function visitIn({ event, link, user_agent: agent, ip }: Fields): Visit | undefined {
  if (event !== 'opened' && event !== 'proxy_open' && event !== 'click') return undefined;
  const machine = event === 'proxy_open' ? 'apple' : null;
  return visitOf({ link: textOf(link), agent: textOf(agent), ip: textOf(ip), machine });
}
