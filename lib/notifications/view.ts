import { inArray, sum } from 'drizzle-orm';
import { attempts } from '@/drizzle/schema/attempts';
import { feedItems } from '@/drizzle/schema/feed';
import { messages } from '@/drizzle/schema/messages';
import { notificationSteps, notifications } from '@/drizzle/schema/notifications';
import { keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { fromMicros } from '@/lib/money';
import { nameOf } from './person';
import type { ChannelResult, NotificationView } from './schema';
import { findType } from './types/read';

export type NotificationRow = typeof notifications.$inferSelect;
type StepRow = typeof notificationSteps.$inferSelect;

/** With what became of each channel: that of its message, as it stands now. */
export async function viewNotifications(ctx: Context, rows: NotificationRow[]): Promise<NotificationView[]> {
  if (rows.length === 0) return [];
  const steps = await db()
    .select()
    .from(notificationSteps)
    .where(
      inArray(
        notificationSteps.notificationId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(notificationSteps.position);
  const [messageStates, feed, firsts] = await Promise.all([standOf(steps), feedOf(steps), firstsOf(rows)]);
  const stood: Stood = new Map([...messageStates, ...feed]);
  return Promise.all(
    rows.map(async (row) => {
      const [company, type] = await Promise.all([
        keyOf(row.companyId),
        findType(row.companyId, row.type, ctx.locale),
      ]);
      return {
        id: row.id,
        type: row.type,
        title: type?.title ?? row.type,
        state: row.state,
        reason: row.reason,
        mode: row.mode,
        person: nameOf(row.person),
        contactId: row.contactId,
        channels: steps
          .filter(({ notificationId }) => notificationId === row.id)
          .map((step) => viewStep(step, stood)),
        duplicateOf: firsts.get(row.duplicateOf ?? '') ?? null,
        createdAt: row.createdAt.toISOString(),
        finishedAt: row.finishedAt?.toISOString() ?? null,
        ...(company && { company }),
      };
    }),
  );
}

type Stood = Map<string, { status: string; reason: string | null; costMicros: number | null }>;

function viewStep(step: StepRow, stood: Stood): ChannelResult {
  const isFeed = step.channel === 'feed';
  const message = stood.get((isFeed ? step.notificationId : step.messageId) ?? '');
  return {
    channel: step.channel,
    // A feed has no address that says anything.
    address: isFeed ? null : step.address,
    state: step.state === 'handed_over' ? (message?.status ?? 'forgotten') : step.state,
    reason: step.reason ?? message?.reason ?? null,
    messageId: message && !isFeed ? step.messageId : null,
    cost: message?.costMicros == null ? null : fromMicros(message.costMicros),
    waitMinutes: step.waitMinutes,
    at: step.handedAt?.toISOString() ?? null,
  };
}

async function standOf(steps: StepRow[]): Promise<Stood> {
  const ids = steps.flatMap(({ messageId }) => messageId ?? []);
  if (ids.length === 0) return new Map();
  const { id, status, reason } = messages;
  const [rows, paid] = await Promise.all([
    db().select({ id, status, reason }).from(messages).where(inArray(id, ids)),
    db()
      .select({ messageId: attempts.messageId, micros: sum(attempts.costMicros).mapWith(Number) })
      .from(attempts)
      .where(inArray(attempts.messageId, ids))
      .groupBy(attempts.messageId),
  ]);
  const costs = new Map(paid.map(({ messageId, micros }) => [messageId, micros]));
  return new Map(rows.map((row) => [row.id, { ...row, costMicros: costs.get(row.id) ?? 0 }]));
}

/** In the feed of a person; delivered once they read it. */
async function feedOf(steps: StepRow[]): Promise<Stood> {
  const ids = steps.flatMap(({ channel, state, notificationId }) =>
    channel === 'feed' && state === 'handed_over' ? notificationId : [],
  );
  if (ids.length === 0) return new Map();
  const { notificationId, readAt } = feedItems;
  const rows = await db()
    .select({ notificationId, readAt })
    .from(feedItems)
    .where(inArray(notificationId, ids));
  return new Map(
    rows.map((row) => [
      row.notificationId,
      { status: row.readAt ? 'read' : 'in_feed', reason: null, costMicros: null },
    ]),
  );
}

async function firstsOf(rows: NotificationRow[]) {
  const ids = rows.flatMap(({ duplicateOf }) => duplicateOf ?? []);
  if (ids.length === 0) return new Map<string, { id: string; createdAt: string }>();
  const { id, createdAt } = notifications;
  const found = await db().select({ id, createdAt }).from(notifications).where(inArray(id, ids));
  return new Map(found.map((row) => [row.id, { id: row.id, createdAt: row.createdAt.toISOString() }]));
}
