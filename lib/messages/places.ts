import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import type { Context } from '@/lib/context';
import { idFloor } from '@/lib/ids';
import { bitOf } from '@/lib/metrics/responses';
import { findByProviderId } from './find-by-provider-id';
import { findByWords, findCommon } from './find-by-words';
import { hasWords, matchesNames, wordsQueryOf } from './matches-filter';
import type { MessageSelection } from './schema';
import type { Status } from './status';
import { GROUPS, type Group, isGroup } from './waiting';
import { type IdRange, newestFirst, type Part, splitAt } from './weeks';

export type Wanted = MessageSelection & { cursor?: string };

/**
 * Where the messages that match are, newest first: conditions that are read one after the other until there are enough, each by an index.
 * Ids are ordered by time, so the cursor is an id and `since`/`until` are ranges of ids, and the history costs nothing that is not read.
 */
export async function* placesOf(ctx: Context, filter: Wanted): AsyncGenerator<SQL | undefined> {
  const { since, until, cursor, status, finishedSince, finishedUntil, event } = filter;
  const rested = finishedSince ? new Date(finishedSince) : undefined;
  const known = await findByProviderId(filter.q);
  const named = known.length > 0 ? { ...filter, q: undefined } : filter;
  const own = and(
    known.length > 0 ? inArray(messages.id, known) : undefined,
    rested && gte(messages.finishedAt, rested),
    finishedUntil ? lt(messages.finishedAt, new Date(finishedUntil)) : undefined,
    event ? sql`(${messages.seen} & ${bitOf(event)}) <> 0` : undefined,
    status && or(...status.map((state) => isIn(state))),
    await matchesNames(ctx, named),
  );
  const range = {
    from: since ? idFloor(new Date(since)) : null,
    // What came to rest before a moment was accepted before it.
    before:
      [until && idFloor(new Date(until)), finishedUntil && idFloor(new Date(finishedUntil)), cursor]
        .filter((id) => !!id)
        .toSorted()[0] ?? null,
  };
  for await (const { where, part } of steps(wordsQueryOf(named), range, rested))
    yield and(
      own,
      where,
      part.from ? gte(messages.id, part.from) : undefined,
      part.before ? lt(messages.id, part.before) : undefined,
    );
}

type Step = { where?: SQL; part: IdRange };

/** What came to rest later than that after it was accepted has an index. */
const LATE_MS = 3_600_000;
const IS_LATE = sql.raw(`messages.finished_at - messages.accepted_at > interval '1 hour'`);

/** Of what came to rest since a moment most was accepted not long before. */
async function* steps(query: string | null, range: IdRange, rested?: Date): AsyncGenerator<Step> {
  if (!rested) return yield* stepsWithin(query, range);
  const border = idFloor(new Date(rested.getTime() - LATE_MS));
  const { since, before } = splitAt(range, border);
  if (since) yield* stepsWithin(query, since);
  if (before) yield { where: and(IS_LATE, hasWords(query, before)), part: before };
}

async function* stepsWithin(query: string | null, range: IdRange): AsyncGenerator<Step> {
  for await (const part of newestFirst(range))
    if (query === null) yield { part };
    else yield* stepsByWords(query, part);
}

/** By rare words, or, in weeks where they are common, by everything else and the words besides. */
async function* stepsByWords(query: string, { weeks, ...whole }: Part): AsyncGenerator<Step> {
  const common = await findCommon(query, weeks);
  for (const part of common.size > 0 ? weeks : [whole])
    if (common.has(part)) yield { where: hasWords(query, part), part };
    else for await (const ids of findByWords(query, part)) yield { where: inArray(messages.id, ids), part };
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
