import type { attempts } from '@/drizzle/schema/attempts';
import type { events } from '@/drizzle/schema/events';
import { messages } from '@/drizzle/schema/messages';
import type { EventType } from '@/lib/events/types';
import type { Locale } from '@/lib/i18n/locales';
import { fromMicros } from '@/lib/money';
import { PRIORITIES } from '@/lib/queue/priority';
import { partlyOf, tellOutcome } from './outcome';
import { outcomeTexts } from './outcome-texts';
import type { Status } from './status';
import type { AttemptView, EventView, MessageRow } from './view-schema';

/** What a list shows of a message: all of its columns are dearer to read, which a file of thousands notices. */
export const SHOWN = {
  id: messages.id,
  companyId: messages.companyId,
  channel: messages.channel,
  status: messages.status,
  recipients: messages.recipients,
  sender: messages.sender,
  senderName: messages.senderName,
  subject: messages.subject,
  priority: messages.priority,
  category: messages.category,
  reason: messages.reason,
  tags: messages.tags,
  test: messages.test,
  attachmentCount: messages.attachmentCount,
  claimedUntil: messages.claimedUntil,
  acceptedAt: messages.acceptedAt,
  scheduledAt: messages.scheduledAt,
  dueAt: messages.dueAt,
  finishedAt: messages.finishedAt,
  cargo: messages.cargo,
};

type Shown = Pick<typeof messages.$inferSelect, keyof typeof SHOWN>;

export function viewMessage(
  row: Shown,
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
    ...(row.cargo?.templateOf && { ownTemplate: true as const }),
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
function isBeingSent({ claimedUntil, dueAt }: Shown): boolean {
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
