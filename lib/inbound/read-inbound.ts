import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';
import { storable } from '@/lib/database/storable';
import { errorMessage } from '@/lib/errors';
import { eventId } from '@/lib/events/event-id';
import type { ReportedEvent } from '@/lib/events/inbound';
import { noteRead, type PendingInbound, pendingInbound } from '@/lib/events/pending-inbound';
import { idTime } from '@/lib/ids';
import { log } from '@/lib/log';
import { type Applied, applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { findByProviderId } from '@/lib/messages/find-by-provider-id';
import { cachedProviders } from '@/lib/providers/cache';
import type { LoadedProvider } from '@/lib/providers/load';
import { addJob } from '@/lib/queue/enqueue';
import { currentSettings } from '@/lib/settings/current';
import { keptAddress } from '@/lib/tracking/kept-address';

const AT_ONCE = 50;
/** Events of one statement: each may wait for the rows of others. */
const APPLIED_AT_ONCE = 200;
/** So long an event may be ahead of what it is about: the result of a send is written after the provider has it. */
const PATIENCE_MS = 3 * 60_000;
const LOOK_AGAIN_S = 5;
/** For a provider whose settings or secrets cannot be read: somebody has to put them in order. */
const REPAIR_S = 60;
const CONFIRM_MS = 10_000;
/** Of another clock, or made up. */
const MOST_AHEAD_MS = 5 * 60_000;

/**
 * Reads what providers sent, oldest first, until nothing is left. An event may be read twice, and nothing comes of it.
 * @returns how many, and how many wait for a message that may yet come
 */
export async function readInbound(): Promise<{ read: number; waiting: number }> {
  let read = 0;
  let waiting = 0;
  let again = REPAIR_S;
  for (let after: string | null = null; ; ) {
    const rows = await pendingInbound(after, AT_ONCE);
    for (const row of rows) {
      const seconds = await readOne(row);
      if (seconds === null) read++;
      else {
        waiting++;
        again = Math.min(again, seconds);
      }
    }
    if (rows.length < AT_ONCE) {
      if (waiting > 0) await sql()`select ${addJob('read-inbound', again)}`;
      return { read, waiting };
    }
    after = rows.at(-1)!.id;
  }
}

/** In how many seconds to look again at what is left for later; null: it is read. */
async function readOne(row: PendingInbound): Promise<number | null> {
  let error: string | null = null;
  try {
    const provider = (await cachedProviders()).find(({ row: { id } }) => id === row.providerId);
    if (provider?.problem) return REPAIR_S;
    const missing = await apply(row, provider);
    const isNew = Date.now() - row.receivedAt.getTime() < PATIENCE_MS;
    if (missing > 0 && isNew) return LOOK_AGAIN_S;
    if (missing > 0) error = `${missing} of its events are about no message that is here`;
  } catch (thrown) {
    // Of all that may be wrong with one of them, none is a reason to keep the others; without a database nobody goes on.
    if (isConnectionError(thrown)) throw thrown;
    error = errorMessage(thrown).slice(0, 500);
    log.warn('an event could not be read', { providerId: row.providerId, id: row.id, error });
  }
  await noteRead(row.id, error);
  return null;
}

/** @returns how many of its events are about messages that are not here */
async function apply(row: PendingInbound, provider: LoadedProvider | undefined): Promise<number> {
  const events = provider?.adapter.events;
  if (!provider || !events) throw new Error('its provider is not here any more');
  await events.confirm?.(row, provider.config, AbortSignal.timeout(CONFIRM_MS));
  const reported = events.parse(row, provider.config);
  const told = await Promise.all(reported.map((event) => toTold(row, event)));
  const known = told.flat();
  const results: Applied[] = [];
  for (let at = 0; at < known.length; at += APPLIED_AT_ONCE)
    results.push(...(await applyEvents(known.slice(at, at + APPLIED_AT_ONCE))));
  return (
    results.filter((result) => result === 'no_message').length +
    told.filter((list) => list.length === 0).length
  );
}

/** An id of the provider may name several messages that it took together. */
async function toTold(
  { providerId, receivedAt }: PendingInbound,
  event: ReportedEvent,
): Promise<ToldEvent[]> {
  const { key, recipient, type, detail: given } = storable(event);
  const { tracking } = (await currentSettings()).delivery;
  // Of who opened it as much as the settings let us keep, whoever tells it.
  const detail =
    typeof given?.ip === 'string' ? { ...given, ip: keptAddress(given.ip, tracking.addresses) } : given;
  const latest = receivedAt.getTime() + MOST_AHEAD_MS;
  const told = event.at && new Date(Math.min(Math.max(event.at.getTime(), 0), latest));
  const ids = 'messageId' in event ? [event.messageId] : await findByProviderId(event.providerMessageId);
  return ids.map((messageId) => ({
    id: eventId([providerId, key, recipient ?? '', type], told ?? idTime(messageId)),
    messageId,
    recipient,
    type,
    at: told ?? receivedAt,
    providerId,
    detail,
  }));
}
