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
import type { MessageSelection } from './schema';
import type { IdRange } from './weeks';
import { toWordsQuery, type WordsFilter } from './words';

/**
 * The conditions on the message's own row. Names are looked up first, so that its index by provider or company serves, and not a join.
 */
export async function matchesNames(
  ctx: Context,
  { q, provider, company }: Pick<MessageSelection, 'q' | 'provider' | 'company'>,
): Promise<SQL | undefined> {
  return and(
    scoped(ctx, messages.companyId),
    provider ? isOneOf(messages.providerId, await findProviders(ctx, provider)) : undefined,
    company ? isOneOf(messages.companyId, await findCompanies(ctx, company)) : undefined,
    isId(q) ? eq(messages.id, q!.trim()) : undefined,
    // What has no word in it is found nowhere.
    q?.trim() && !isId(q) && toWordsQuery({ q }) === null ? sql`false` : undefined,
  );
}

export function wordsQueryOf({ q, to, tag, category }: WordsFilter): string | null {
  return toWordsQuery({ q: isId(q) ? undefined : q, to, tag, category });
}

function isId(q: string | undefined): boolean {
  return q !== undefined && isUuid(q.trim());
}

/** The words lie with the body: both tables have the same weeks, so a range of ids leaves one partition of each. */
export function hasWords(query: string | null, range?: IdRange): SQL | undefined {
  if (query === null) return undefined;
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

export function isOneOf(column: AnyPgColumn, ids: string[]): SQL {
  if (ids.length === 0) return sql`false`;
  return ids.length === 1 ? eq(column, ids[0]) : inArray(column, ids);
}

/** Who looks at all companies means whoever is called so. */
export async function findProviders(ctx: Context, idOrName: string): Promise<string[]> {
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
