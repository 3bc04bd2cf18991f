import { and, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import { cachedCompanies } from '@/lib/companies/cache';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { areCommon, findByWords } from './find-by-words';
import { hasWords, matchesNames, wordsQueryOf } from './matches-filter';
import type { MessageFilter } from './schema';
import type { Status } from './status';
import { viewMessage } from './view';
import type { MessageRow } from './view-schema';
import { isWaits, WAITS, type Waits } from './waiting';
import { type IdRange, newestFirst } from './weeks';

/**
 * Newest first. Ids are ordered by time, so the cursor is the last id and `since`/`until` are ranges of ids. Weeks are read one after the
 * other until the page is full: however long the history, a page costs what its own weeks cost.
 */
export async function listMessages(
  ctx: Context,
  filter: MessageFilter,
): Promise<{ data: MessageRow[]; nextCursor: string | null }> {
  const { since, until, cursor, status, limit } = filter;
  const own = and(status && or(...status.map((state) => isIn(state))), await matchesNames(ctx, filter));
  const range = {
    from: since ? idFloor(new Date(since)) : null,
    before: [until && idFloor(new Date(until)), cursor].filter((id) => !!id).toSorted()[0] ?? null,
  };
  const rows: Awaited<ReturnType<typeof read>> = [];
  for await (const { where, part } of steps(wordsQueryOf(filter), range)) {
    rows.push(...(await read(and(own, where), part, limit + 1 - rows.length)));
    if (rows.length > limit) break;
  }
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (page.at(-1)?.message.id ?? null) : null;
  const companies = await cachedCompanies();
  return {
    data: page.map(({ message, provider }) =>
      viewMessage(message, provider, companies.get(message.companyId ?? '')?.key),
    ),
    nextCursor,
  };
}

/** Where to look, one after the other: by rare words, or by everything else and the words besides. */
async function* steps(query: string | null, range: IdRange): AsyncGenerator<{ where?: SQL; part: IdRange }> {
  const rare = query !== null && !(await areCommon(query, range));
  for await (const part of newestFirst(range))
    if (rare)
      for await (const ids of findByWords(query, part)) yield { where: inArray(messages.id, ids), part };
    else yield { where: hasWords(query, part), part };
}

function read(where: SQL | undefined, { from, before }: IdRange, limit: number) {
  return db()
    .select({ message: messages, provider: providers.name })
    .from(messages)
    .leftJoin(providers, eq(providers.id, messages.providerId))
    .where(
      and(where, from ? gte(messages.id, from) : undefined, before ? lt(messages.id, before) : undefined),
    )
    .orderBy(desc(messages.id))
    .limit(limit);
}

/** `sending` is not stored: it is a waiting message with a living claim. */
function isIn(status: Status | Waits): SQL | undefined {
  if (isWaits(status)) return sql.raw(WAITS[status]);
  const now = sql`now()`;
  // What is claimed is due.
  if (status === 'sending')
    return and(isNotNull(messages.dueAt), lte(messages.dueAt, now), gt(messages.claimedUntil, now));
  return and(
    eq(messages.status, status),
    or(isNull(messages.dueAt), isNull(messages.claimedUntil), lte(messages.claimedUntil, now)),
  );
}
