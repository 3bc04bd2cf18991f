import { eq, isNull, lt, or, sql } from 'drizzle-orm';
import { providerHooks } from '@/drizzle/schema/provider-hooks';
import { db, type Transaction } from '@/lib/database/db';

/** Longer than all requests of one take together. */
const CLAIM_SECONDS = 300;

/** @returns false where somebody else is at it: two at once would make two webhooks. Runs out by itself if that process dies. */
export async function claimHook(tx: Transaction, providerId: string): Promise<boolean> {
  const claimedUntil = sql`now() + make_interval(secs => ${CLAIM_SECONDS})`;
  const rows = await tx
    .insert(providerHooks)
    .values({ providerId, claimedUntil })
    .onConflictDoUpdate({
      target: providerHooks.providerId,
      set: { claimedUntil },
      setWhere: or(isNull(providerHooks.claimedUntil), lt(providerHooks.claimedUntil, sql`now()`)),
    })
    .returning({ id: providerHooks.providerId });
  return rows.length > 0;
}

/** `url`: it posts there from now on. */
export async function endClaim(
  providerId: string,
  url: string | null = null,
  tx: Pick<Transaction, 'update'> = db(),
): Promise<void> {
  await tx
    .update(providerHooks)
    .set({ claimedUntil: null, ...(url && { url, setUpAt: new Date() }) })
    .where(eq(providerHooks.providerId, providerId));
}
