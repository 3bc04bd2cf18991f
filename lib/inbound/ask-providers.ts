import type { StoredRecipient } from '@/drizzle/schema/messages';
import { sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';
import { errorMessage } from '@/lib/errors';
import { eventId } from '@/lib/events/event-id';
import type { ReportedEvent } from '@/lib/events/inbound';
import { idFloor, idTime } from '@/lib/ids';
import { log } from '@/lib/log';
import { applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { cachedProviders } from '@/lib/providers/cache';
import type { LoadedProvider } from '@/lib/providers/load';

const MINUTE_MS = 60_000;
/** At first each minute, since providers' own lists come a little later than the mail; then each hour. */
const OFTEN_MINUTES = 11;
const THEN_EACH_MINUTES = 60;
/** Mailgun keeps its log for a day at the least. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;
/** Of one provider in one round. */
const MOST = 50;
const LIMIT_MS = 50_000;

type Row = { id: string; recipients: StoredRecipient[]; providerId: string; attemptId: string };

/**
 * Asks providers for messages that they may have and of which nobody knows, where they can be asked by our own id. What one has counts as
 * sent by it; what it does not list stays uncertain, since its list may only be late. @returns how many were asked for, and settled
 */
export async function askProviders(now = Date.now()): Promise<{ asked: number; found: number }> {
  const rows = (await findUncertain(now)).filter(({ attemptId }) => isDue(now - idTime(attemptId).getTime()));
  if (rows.length === 0) return { asked: 0, found: 0 };
  const providers = (await cachedProviders()).filter(({ adapter }) => adapter.lookFor);
  const rounds = providers.map((provider) =>
    askOne(
      provider,
      thisRound(
        rows.filter(({ providerId }) => providerId === provider.row.id),
        now,
      ),
    ),
  );
  const results = await Promise.all(rounds);
  return {
    asked: results.reduce((sum, { asked }) => sum + asked, 0),
    found: results.reduce((sum, { found }) => sum + found, 0),
  };
}

/** Where there are more than one round asks for, others come first in the next. */
function thisRound(rows: Row[], now: number): Row[] {
  if (rows.length <= MOST) return rows;
  const from = (Math.floor(now / MINUTE_MS) * MOST) % rows.length;
  return [...rows.slice(from), ...rows.slice(0, from)].slice(0, MOST);
}

function isDue(ageMs: number): boolean {
  const minutes = Math.floor(ageMs / MINUTE_MS);
  return minutes >= 1 && (minutes <= OFTEN_MINUTES || minutes % THEN_EACH_MINUTES === 0);
}

/** With the newest try whose outcome nobody knows: only that provider can have it. */
function findUncertain(now: number): Promise<Row[]> {
  return sql()<Row[]>`
    select m.id, m.recipients, a.provider_id as "providerId", a.id as "attemptId" from messages m
    join lateral (
      select id, provider_id from attempts
      where message_id = m.id and outcomes @> '[{"outcome": "unknown"}]' order by id desc limit 1
    ) a on true
    where m.status = 'uncertain' and m.id > ${idFloor(new Date(now - LONGEST_MS))}
    order by m.id limit 1000`;
}

async function askOne(
  { adapter, config, row }: LoadedProvider,
  rows: Row[],
): Promise<{ asked: number; found: number }> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  let asked = 0;
  let found = 0;
  for (const { id, recipients, attemptId } of rows) {
    const unknown = recipients.flatMap(({ address, status }) => (status === 'unknown' ? address : []));
    const sought = { messageId: id, recipients: unknown, since: idTime(attemptId) };
    try {
      asked++;
      const events = await adapter.lookFor!(config, sought, signal);
      await applyEvents(events.map((event) => toTold(event, row.id, sought)));
      if (events.length > 0) found++;
    } catch (error) {
      // Out of reach, not allowed, or asked too often: the others would hear the same. The next round asks again.
      log.warn('a provider did not say what it has of a message', {
        providerId: row.id,
        messageId: id,
        error: errorMessage(error).slice(0, 300),
      });
      break;
    }
  }
  return { asked, found };
}

function toTold(
  event: ReportedEvent,
  providerId: string,
  { messageId, since }: { messageId: string; since: Date },
): ToldEvent {
  const { key, recipient, type, detail } = storable(event);
  const at = event.at && event.at > since ? event.at : since;
  return {
    id: eventId([providerId, key, recipient, type], at),
    messageId,
    recipient,
    type,
    at,
    providerId,
    detail,
  };
}
