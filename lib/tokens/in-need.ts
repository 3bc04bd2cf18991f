import { and, asc, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm';
import { tokenPickups, tokens } from '@/drizzle/schema/tokens';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { tokensOf } from './family';
import { WARNING_DAYS } from './warnings';

const DAY_MS = 86_400_000;
/** Nobody reads more of them at once. */
const MOST = 20;

/** Tokens that end soon, and those whose new secret nobody has picked up. */
export type TokensInNeed = {
  ending: { id: string; name: string; endsAt: Date }[];
  waiting: { id: string; name: string; since: Date }[];
};

export async function tokensInNeed(ctx: Context, now: Date): Promise<TokensInNeed> {
  const { id, name, expiresAt, revokedAt } = tokens;
  const soon = new Date(now.getTime() + Math.max(...WARNING_DAYS) * DAY_MS);
  const isAlive = isNull(revokedAt);
  const [ending, waiting] = await Promise.all([
    db()
      .select({ id, name, endsAt: expiresAt })
      .from(tokens)
      .where(and(isAlive, gt(expiresAt, now), lte(expiresAt, soon), tokensOf(ctx)))
      .orderBy(asc(expiresAt))
      .limit(MOST),
    db()
      .select({ id, name, since: tokenPickups.createdAt })
      .from(tokenPickups)
      .innerJoin(tokens, eq(tokens.id, tokenPickups.tokenId))
      .where(and(isNotNull(tokenPickups.sealed), isAlive, tokensOf(ctx)))
      .orderBy(asc(tokenPickups.createdAt))
      .limit(MOST),
  ]);
  return { ending: ending.map((one) => ({ ...one, endsAt: one.endsAt! })), waiting };
}
