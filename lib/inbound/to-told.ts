import { inTurns } from '@/lib/async/in-turns';
import { wishOf } from '@/lib/channels/stop-words';
import { storable } from '@/lib/database/storable';
import { eventId } from '@/lib/events/event-id';
import type { ReportedEvent } from '@/lib/events/inbound';
import type { PendingInbound } from '@/lib/events/pending-inbound';
import { idTime } from '@/lib/ids';
import type { ToldEvent } from '@/lib/messages/apply-events';
import { findByProviderId } from '@/lib/messages/find-by-provider-id';
import { findLastTo, onlyOfCompany, onlyRecipient } from '@/lib/messages/find-last-to';
import type { LoadedProvider } from '@/lib/providers/load';
import { currentSettings } from '@/lib/settings/current';
import { suppress, unsuppress } from '@/lib/suppressions/suppress';
import { keptAddress } from '@/lib/tracking/kept-address';
import { keepReceived } from './received/keep';

/** Of another clock, or made up. */
const MOST_AHEAD_MS = 5 * 60_000;

/**
 * What an event says of which messages: an id of the provider may name several that it took together. Null: it is about none, and kept by
 * itself.
 */
export async function toTold(
  row: PendingInbound,
  event: ReportedEvent,
  { provider, played }: { provider: LoadedProvider; played: boolean },
): Promise<ToldEvent[] | null> {
  // One post may tell of thousands.
  await inTurns();
  const { id: inbound, providerId, receivedAt } = row;
  const { key, recipient, type, detail: given } = storable(event);
  const { tracking } = (await currentSettings()).delivery;
  // Of who opened it as much as the settings let us keep, whoever tells it.
  const detail =
    typeof given?.ip === 'string' ? { ...given, ip: keptAddress(given.ip, tracking.addresses) } : given;
  const latest = receivedAt.getTime() + MOST_AHEAD_MS;
  const told = event.at && new Date(Math.min(Math.max(event.at.getTime(), 0), latest));
  const common = {
    recipient,
    at: told ?? receivedAt,
    providerId,
    // Where the very words of the provider can be read, as long as they are kept.
    detail: { ...detail, inbound },
    played,
  };
  const idOf = (messageId: string, of: string) =>
    eventId([providerId, key, recipient ?? '', of], told ?? idTime(messageId));
  if ('answerOf' in event) {
    const answer = await readAnswer(event.answerOf, { ...common, provider });
    if (!answer) {
      await keepReceived({
        // When it was told again is another time: without one of the provider's own there is none in it.
        id: eventId([providerId, key, recipient ?? '', 'received'], told ?? new Date(0)),
        companyId: provider.row.companyId,
        provider: provider.row,
        channel: provider.row.channel,
        address: event.answerOf,
        text: String(given?.text ?? ''),
        at: common.at,
      });
      return null;
    }
    return answer.map(({ messageId, type: of }) => ({
      ...common,
      id: idOf(messageId, of),
      messageId,
      type: of,
    }));
  }
  const named =
    'messageId' in event ? [event.messageId] : await findByProviderId(event.providerMessageId, providerId);
  // Whoever has a mail of another company knows its id: their own provider can say nothing of it.
  const ids = await onlyOfCompany(named, provider.row.companyId);
  return Promise.all(
    ids.map(async (messageId) => ({
      ...common,
      id: idOf(messageId, type),
      messageId,
      type,
      recipient: recipient ?? (await onlyRecipient(messageId)),
    })),
  );
}

type Answer = Pick<ToldEvent, 'at' | 'detail'> & { provider: LoadedProvider };

/**
 * What somebody wrote is an answer to the last message to them. One word may say that they want no more of what nobody waits for, or want it
 * again: of the company that wrote to them, or where nobody has, of the provider's. Null: nobody has written to them.
 */
async function readAnswer(
  from: string,
  { at, detail, provider }: Answer,
): Promise<Pick<ToldEvent, 'messageId' | 'type'>[] | null> {
  const { id: providerId, channel, companyId } = provider.row;
  const message = await findLastTo(from, { channel, providerId, companyId });
  const wish = wishIn(detail);
  const of = {
    companyId: message ? message.companyId : companyId,
    channel,
    address: from,
    cause: 'unsubscribe',
    category: 'marketing',
    at,
  } as const;
  if (wish === 'start') await unsuppress(of);
  if (wish === 'stop' && !message) await suppress({ ...of, providerId, reason: String(detail?.text ?? '') });
  if (!message) return null;
  const replied = { messageId: message.id, type: 'replied' } as const;
  return wish === 'stop' ? [replied, { messageId: message.id, type: 'unsubscribed' }] : [replied];
}

function wishIn(detail: ToldEvent['detail']) {
  const { wish, text } = detail ?? {};
  return wish === 'stop' || wish === 'start' ? wish : wishOf(String(text ?? ''));
}
