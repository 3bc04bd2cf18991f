import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import type { Context } from '@/lib/context';
import { idFloor } from '@/lib/ids';
import { findByProviderId } from './find-by-provider-id';
import { areCommon, findByWords } from './find-by-words';
import { hasWords, matchesNames, wordsQueryOf } from './matches-filter';
import type { MessageSelection } from './schema';
import type { Status } from './status';
import { GROUPS, type Group, isGroup } from './waiting';
import { type IdRange, newestFirst } from './weeks';

export type Wanted = MessageSelection & { cursor?: string };

/**
 * Where the messages that match are, newest first: conditions that are read one after the other until there are enough, each by an index.
 * Ids are ordered by time, so the cursor is an id and `since`/`until` are ranges of ids, and the history costs nothing that is not read.
 */
export async function* placesOf(ctx: Context, filter: Wanted): AsyncGenerator<SQL | undefined> {
  const { since, until, cursor, status, finishedSince } = filter;
  const known = await findByProviderId(filter.q);
  const named = known.length > 0 ? { ...filter, q: undefined } : filter;
  const own = and(
    known.length > 0 ? inArray(messages.id, known) : undefined,
    finishedSince ? gte(messages.finishedAt, new Date(finishedSince)) : undefined,
    status && or(...status.map((state) => isIn(state))),
    await matchesNames(ctx, named),
  );
  const range = {
    from: since ? idFloor(new Date(since)) : null,
    before: [until && idFloor(new Date(until)), cursor].filter((id) => !!id).toSorted()[0] ?? null,
  };
  for await (const { where, part } of steps(wordsQueryOf(named), range))
    yield and(
      own,
      where,
      part.from ? gte(messages.id, part.from) : undefined,
      part.before ? lt(messages.id, part.before) : undefined,
    );
}

/** By rare words, or by everything else and the words besides. */
async function* steps(query: string | null, range: IdRange): AsyncGenerator<{ where?: SQL; part: IdRange }> {
  const rare = query !== null && !(await areCommon(query, range));
  for await (const part of newestFirst(range))
    if (rare)
      for await (const ids of findByWords(query, part)) yield { where: inArray(messages.id, ids), part };
    else yield { where: hasWords(query, part), part };
}

/** `sending` is not stored: it is a waiting message with a living claim. */
function isIn(status: Status | Group): SQL | undefined {
  if (isGroup(status)) return sql.raw(GROUPS[status]);
  const now = sql`now()`;
  // What is claimed is due.
  if (status === 'sending')
    return and(isNotNull(messages.dueAt), lte(messages.dueAt, now), gt(messages.claimedUntil, now));
  return and(
    eq(messages.status, status),
    or(isNull(messages.dueAt), isNull(messages.claimedUntil), lte(messages.claimedUntil, now)),
  );
}
