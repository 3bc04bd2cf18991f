import { eq, isNull, lt, or, sql } from 'drizzle-orm';
import { providerHooks } from '@/drizzle/schema/provider-hooks';
import { db, type Transaction } from '@/lib/database/db';

/** Longer than all requests of one take together. */
const CLAIM_SECONDS = 300;

/**
 * Runs out by itself if this process dies. @returns until when, by which `endClaim` knows it; null where somebody else is at it: two at
 * once would make two webhooks
 */
export async function claimHook(tx: Transaction, providerId: string): Promise<Date | null> {
  const claimedUntil = sql`now() + make_interval(secs => ${CLAIM_SECONDS})`;
  const rows = await tx
    .insert(providerHooks)
    .values({ providerId, claimedUntil })
    .onConflictDoUpdate({
      target: providerHooks.providerId,
      set: { claimedUntil },
      setWhere: or(isNull(providerHooks.claimedUntil), lt(providerHooks.claimedUntil, sql`now()`)),
    })
    .returning({ until: providerHooks.claimedUntil });
  return rows[0]?.until ?? null;
}

/** `url`: it posts there from now on. A claim that ran out and is somebody else's by now stays theirs. */
export async function endClaim(
  providerId: string,
  claim: Date,
  url: string | null = null,
  tx: Pick<Transaction, 'update'> = db(),
): Promise<void> {
  await tx
    .update(providerHooks)
    .set({
      claimedUntil: sql`case when ${providerHooks.claimedUntil} <> ${claim.toISOString()}::timestamptz(3) then ${providerHooks.claimedUntil} end`,
      ...(url && { url, setUpAt: new Date() }),
    })
    .where(eq(providerHooks.providerId, providerId));
}
