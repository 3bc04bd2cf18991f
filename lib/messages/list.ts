import {
  and,
  arrayContains,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { matchesIdOrName } from '@/lib/providers/match';
import type { MessageFilter } from './schema';
import type { Status } from './status';
import { viewMessage } from './view';
import type { MessageRow } from './view-schema';
import { isWaits, WAITS, type Waits } from './waiting';

/** Newest first. Ids are ordered by time, so the cursor is the last id and `since`/`until` are ranges of ids. */
export async function listMessages(
  _ctx: Context,
  filter: MessageFilter,
): Promise<{ data: MessageRow[]; nextCursor: string | null }> {
  const rows = await db()
    .select({ message: messages, provider: providers.name })
    .from(messages)
    .leftJoin(providers, eq(providers.id, messages.providerId))
    .where(and(...conditions(filter)))
    .orderBy(desc(messages.id))
    .limit(filter.limit + 1);
  const page = rows.slice(0, filter.limit);
  const nextCursor = rows.length > filter.limit ? (page.at(-1)?.message.id ?? null) : null;
  return { data: page.map(({ message, provider }) => viewMessage(message, provider)), nextCursor };
}

function conditions({ status, to, provider, tag, since, until, cursor }: MessageFilter): (SQL | undefined)[] {
  return [
    status && or(...status.map(isIn)),
    to && arrayContains(messages.recipientAddresses, [to.toLowerCase()]),
    provider && matchesIdOrName(provider),
    tag && arrayContains(messages.tags, [tag]),
    since && gte(messages.id, idFloor(new Date(since))),
    until && lt(messages.id, idFloor(new Date(until))),
    cursor && lt(messages.id, cursor),
  ].filter((condition) => condition !== undefined && condition !== '') as SQL[];
}

/** `sending` is not stored: it is a waiting message with a living claim. */
function isIn(status: Status | Waits): SQL | undefined {
  if (isWaits(status)) return sql.raw(WAITS[status]);
  const now = sql`now()`;
  if (status === 'sending') return and(isNotNull(messages.dueAt), gt(messages.claimedUntil, now));
  return and(
    eq(messages.status, status),
    or(isNull(messages.dueAt), isNull(messages.claimedUntil), lte(messages.claimedUntil, now)),
  );
}
