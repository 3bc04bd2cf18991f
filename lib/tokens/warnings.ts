import { and, eq } from 'drizzle-orm';
import { tokenWarnings } from '@/drizzle/schema/tokens';
import { db, sql } from '@/lib/database/db';
import type { TokenRow } from './rows';
import type { TokenDetail } from './schema';

/** So many days before its end a person hears of it; home says it all that time. */
export const WARNING_DAYS = [14, 7, 1] as const;

/**
 * Notes which tokens a person must hear of by now, each once for each of these days, whichever process does it. Of several that nobody was there
 * for the last one stands; a token that was made later than that does not need to be told of what its maker has just decided.
 */
export async function noteWarnings(now: Date): Promise<number> {
  const { count } = await sql()`
    insert into token_warnings (token_id, expires_at, days, created_at)
    select t.id, t.expires_at, w.days, ${now.toISOString()}::timestamptz
    from tokens t
    cross join lateral (
      select min(days) as days from unnest(${[...WARNING_DAYS]}::int[]) as d (days)
      where t.expires_at - make_interval(days => days) <= ${now.toISOString()}::timestamptz
        and t.expires_at - make_interval(days => days) > t.created_at
    ) w
    where t.expires_at > ${now.toISOString()}::timestamptz
      and t.expires_at <= ${now.toISOString()}::timestamptz + make_interval(days => ${Math.max(...WARNING_DAYS)})
      and t.revoked_at is null and w.days is not null
    on conflict do nothing`;
  return count;
}

/** Those of the end that it has now, the newest first. */
export async function warningsOf({
  id,
  expiresAt,
}: Pick<TokenRow, 'id' | 'expiresAt'>): Promise<TokenDetail['warnings']> {
  if (!expiresAt) return [];
  const rows = await db()
    .select()
    .from(tokenWarnings)
    .where(and(eq(tokenWarnings.tokenId, id), eq(tokenWarnings.expiresAt, expiresAt)))
    .orderBy(tokenWarnings.days);
  return rows.map(({ days, createdAt, mailedAt, mailProblem }) => ({
    days,
    at: createdAt.toISOString(),
    mailedAt: mailedAt?.toISOString() ?? null,
    mailProblem,
  }));
}
