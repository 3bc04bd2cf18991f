import type { attempts } from '@/drizzle/schema/attempts';
import type { events } from '@/drizzle/schema/events';
import type { messages } from '@/drizzle/schema/messages';
import type { EventType } from '@/lib/events/types';
import type { Locale } from '@/lib/i18n/locales';
import { fromMicros } from '@/lib/money';
import { PRIORITIES } from '@/lib/queue/priority';
import { partlyOf, tellOutcome } from './outcome';
import { outcomeTexts } from './outcome-texts';
import type { Status } from './status';
import type { AttemptView, EventView, MessageRow } from './view-schema';

export function viewMessage(
  row: typeof messages.$inferSelect,
  provider: string | null,
  { locale, company }: { locale: Locale; company?: string },
): MessageRow {
  const status = isBeingSent(row) ? 'sending' : (row.status as Status);
  const partly = partlyOf({ status, recipients: row.recipients });
  return {
    id: row.id,
    channel: row.channel,
    status,
    summary: tellOutcome(outcomeTexts(locale), { status, dueAt: row.dueAt, provider, partly }),
    partly,
    from: row.sender ? { email: row.sender, name: row.senderName ?? undefined } : null,
    to: row.recipients.filter((recipient) => recipient.kind === 'to').map((recipient) => recipient.address),
    subject: row.subject ?? '',
    priority: PRIORITIES[row.priority] ?? 'normal',
    category: row.category,
    ...(company && { company }),
    provider,
    reason: row.reason,
    tags: row.tags,
    ...(row.test && { test: true as const }),
    attachmentCount: row.attachmentCount,
    acceptedAt: row.acceptedAt.toISOString(),
    scheduledAt: row.scheduledAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** A living claim on a message that is due; not stored a second time as a state. */
function isBeingSent({ claimedUntil, dueAt }: typeof messages.$inferSelect): boolean {
  return dueAt !== null && claimedUntil !== null && claimedUntil.getTime() > Date.now();
}

/** `hidden`: providers of other companies are nobody's business, not even as passed over. */
export function viewAttempt(row: typeof attempts.$inferSelect, hidden: boolean): AttemptView {
  return {
    id: row.id,
    provider: row.provider,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    durationMs: row.durationMs,
    outcomes: row.outcomes ?? [],
    cost: fromMicros(row.costMicros),
    candidates: (hidden ? withoutOthers(row.candidates) : row.candidates).map(
      ({ providerId: _providerId, ...candidate }) => candidate,
    ),
    transcript: row.transcript,
  };
}

export function viewEvent(
  { id, type, at, recipient, detail }: typeof events.$inferSelect,
  provider: string | null,
  hidden: boolean,
): EventView {
  return {
    id,
    type: type as EventType,
    at: at.toISOString(),
    recipient,
    provider,
    detail:
      hidden && Array.isArray(detail?.candidates)
        ? { ...detail, candidates: withoutOthers(detail.candidates) }
        : detail,
  };
}

function withoutOthers<C extends { reason: string }>(candidates: C[]): C[] {
  return candidates.filter(({ reason }) => reason !== 'wrong_company');
}
