import type { NewEvent } from '@/lib/events/new-event';
import type { Status } from '@/lib/messages/status';
import { toCompare } from '@/lib/suppressions/compare';
import { type Heard, heardOf, isSoft, newIds } from '@/lib/suppressions/heard';

type Told = {
  messageId: string;
  companyId: string | null;
  channel: string;
  status: Status;
  retryMs: number | null;
  events: NewEvent[];
};

/**
 * What a delivery says of addresses: who is gone for good, and who did not take the message as long as it was tried. `event_id`: what is
 * noted for the first time counts.
 */
export function heardIn(settlement: Told) {
  const { events, status, retryMs } = settlement;
  const isGivenUp = retryMs === null && status !== 'sending';
  return events.flatMap((event) => {
    const { id, type, recipient, providerId, detail } = event;
    if (!recipient || !providerId) return [];
    const said = { code: textOf(detail?.code), reply: textOf(detail?.reply) };
    let heard: Heard | null = type === 'bounced' ? heardOf({ type, detail }) : null;
    if (type === 'deferred' && isGivenUp && isSoft({ ...said, rule: detail?.rule })) heard = 'soft';
    if (!heard) return [];
    return [
      {
        ...newIds(),
        company_id: settlement.companyId,
        channel: settlement.channel,
        address: toCompare(settlement.channel, recipient),
        heard,
        provider_id: providerId,
        message_id: settlement.messageId,
        code: said.code,
        reason: said.reply?.slice(0, 500),
        at: new Date(),
        event_id: id,
      },
    ];
  });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
