import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { messageBodies, messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import { visibleCompany } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { isUuid } from '@/lib/ids';
import { matchesIdOrName, ownFirst } from '@/lib/providers/match';
import type { MessageFilter } from './schema';
import type { IdRange } from './weeks';
import { toWordsQuery, type WordsFilter } from './words';

/**
 * The conditions of a filter that name things, for messages of a range of ids. Names are looked up first, so that the message's own index
 * by provider or company serves, and not a join.
 */
export async function matchesFilter(
  ctx: Context,
  filter: MessageFilter,
): Promise<(range: IdRange) => SQL | undefined> {
  const { q, provider, company } = filter;
  const own = and(
    scoped(ctx, messages.companyId),
    provider ? isOneOf(messages.providerId, await findProviders(ctx, provider)) : undefined,
    company ? isOneOf(messages.companyId, await findCompanies(ctx, company)) : undefined,
  );
  if (q && isUuid(q.trim()))
    return () => and(own, eq(messages.id, q.trim()), hasWords({ ...filter, q: undefined }));
  return (range) => and(own, hasWords(filter, range));
}

/** The words lie with the body: both tables have the same weeks, so a range of ids leaves one partition of each. */
export function hasWords(filter: WordsFilter, range?: IdRange): SQL | undefined {
  const query = toWordsQuery(filter);
  // What has no letter or digit is found nowhere.
  if (query === null) return filter.q?.trim() ? sql`false` : undefined;
  const { messageId, words } = messageBodies;
  return inArray(
    messages.id,
    db()
      .select({ id: messageId })
      .from(messageBodies)
      .where(
        and(
          sql`${words} @@ ${query}::tsquery`,
          range?.from ? gte(messageId, range.from) : undefined,
          range?.before ? lt(messageId, range.before) : undefined,
        ),
      ),
  );
}

function isOneOf(column: AnyPgColumn, ids: string[]): SQL {
  if (ids.length === 0) return sql`false`;
  return ids.length === 1 ? eq(column, ids[0]) : inArray(column, ids);
}

/** Who looks at all companies means whoever is called so. */
async function findProviders(ctx: Context, idOrName: string): Promise<string[]> {
  const rows = await db()
    .select({ id: providers.id })
    .from(providers)
    .where(matchesIdOrName(ctx, idOrName))
    .orderBy(...ownFirst(ctx, idOrName));
  return rows.slice(0, ctx.companyId === null ? undefined : 1).map(({ id }) => id);
}

async function findCompanies(ctx: Context, ref: string): Promise<string[]> {
  const id = await visibleCompany(ctx, ref);
  return id === undefined ? [] : [id];
}
