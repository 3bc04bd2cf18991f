import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { events } from '@/drizzle/schema/events';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { suppressions } from '@/drizzle/schema/suppressions';
import { scoped } from '@/lib/companies/scoped';
import { boundTo, type Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { formOf } from '@/lib/erasures/form';
import { readRows } from '@/lib/messages/list';
import { placesOf } from '@/lib/messages/places';
import type { Status } from '@/lib/messages/status';
import { currentSettings } from '@/lib/settings/current';
import { toCompare } from '@/lib/suppressions/compare';
import { isFull } from '@/lib/suppressions/heard';
import { readSuppressions, viewSuppression } from '@/lib/suppressions/list';
import type { StorySuppression } from './schema';

/** What a sentence is made of is among the newest. */
export const NEWEST = 200;
const TELLING = ['deferred', 'failed', 'bounced', 'delivered', 'complained'];
const MOST_EVENTS = 2_000;

export type StoryMessage = {
  id: string;
  status: Status;
  reason: string | null;
  acceptedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  provider: string | null;
  /** Of this person. */
  recipient: StoredRecipient;
  /** What was told of it, the newest first. */
  told: { type: string; at: Date; full: boolean; reply: string | null }[];
};

export type StoryFacts = {
  now: Date;
  /** The newest first, at most `NEWEST`. */
  messages: StoryMessage[];
  more: boolean;
  suppressions: StorySuppression[];
};

/** What is known of an address within what whoever asks may see: a handful of statements, each by an index. */
export async function readFacts(ctx: Context, address: string): Promise<StoryFacts> {
  const [rows, listed] = await Promise.all([newestMessages(ctx, address), listedAs(ctx, address)]);
  const newest = rows.slice(0, NEWEST);
  const told = await toldOf(
    ctx,
    address,
    newest.map(({ message }) => message.id),
  );
  const messages = newest.flatMap(({ message, provider }): StoryMessage[] => {
    const recipient = message.recipients.find((each) => each.address.toLowerCase() === address);
    if (!recipient) return [];
    const { id, reason, acceptedAt, dueAt, finishedAt } = message;
    const status = message.status as Status;
    return [
      { id, status, reason, acceptedAt, dueAt, finishedAt, provider, recipient, told: told.get(id) ?? [] },
    ];
  });
  return { now: new Date(), messages, more: rows.length > NEWEST, suppressions: listed };
}

async function newestMessages(ctx: Context, address: string) {
  const rows: Awaited<ReturnType<typeof readRows>> = [];
  for await (const place of placesOf(ctx, { to: address })) {
    rows.push(...(await readRows(place, NEWEST + 1 - rows.length)));
    if (rows.length > NEWEST) break;
  }
  return rows;
}

/** What stops messages to it now: the company's own, and what holds for all. */
export async function listedAs(ctx: Context, address: string): Promise<StorySuppression[]> {
  const compared = toCompare('email', address);
  const rows = await readSuppressions(
    and(
      inArray(suppressions.address, [compared, await formOf(compared)]),
      scoped(ctx, suppressions.companyId, 'shared'),
      isNull(suppressions.liftedAt),
      or(isNull(suppressions.expiresAt), gt(suppressions.expiresAt, sql`now()`)),
    ),
    20,
  );
  const bound = boundTo(ctx) !== null;
  const { complaintStopsTransactional } = (await currentSettings()).delivery.suppressions;
  return Promise.all(
    rows.map(async (row) => {
      const {
        address: _address,
        channel: _channel,
        messageId: _id,
        firstAt: _at,
        ...view
      } = await viewSuppression(row);
      const shared = row.row.companyId === null;
      const hidden = shared && bound ? { reason: null, code: null, provider: null, addedBy: null } : {};
      const whole = view.category === null || (view.cause === 'complaint' && complaintStopsTransactional);
      return { ...view, ...hidden, shared, whole, liftable: !shared || ctx.companyId === null };
    }),
  );
}

async function toldOf(ctx: Context, address: string, ids: string[]) {
  const sorted = ids.toSorted();
  if (sorted.length === 0) return new Map<string, StoryMessage['told']>();
  const rows = await db()
    .select({ messageId: events.messageId, type: events.type, at: events.at, detail: events.detail })
    .from(events)
    .where(
      and(
        inArray(events.messageId, sorted),
        // The range leaves the partitions of their weeks.
        sql`${events.messageId} between ${sorted[0]!} and ${sorted.at(-1)!}`,
        or(
          and(inArray(events.type, TELLING), eq(sql`lower(${events.recipient})`, address)),
          eq(events.type, 'second_copy'),
        ),
        scoped(ctx, events.companyId),
      ),
    )
    .orderBy(desc(events.id))
    .limit(MOST_EVENTS);
  const all = rows.map(({ messageId, type, at, detail }) => ({
    messageId,
    type,
    at,
    full: detail !== null && isFull(detail),
    reply: typeof detail?.reply === 'string' ? detail.reply : null,
  }));
  return Map.groupBy(all, ({ messageId }) => messageId);
}

/** The name by which programs called it last. */
export function nameOf({ messages }: StoryFacts): string | null {
  return messages.find(({ recipient }) => recipient.name)?.recipient.name ?? null;
}
