import { and, desc, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { tokenPickups, tokenSecrets, type tokens } from '@/drizzle/schema/tokens';
import { db, type Transaction } from '@/lib/database/db';

export type TokenRow = typeof tokens.$inferSelect;
export type SecretRow = typeof tokenSecrets.$inferSelect;
/** A new secret that waits to be picked up, without the secret. */
export type Waiting = Pick<
  typeof tokenPickups.$inferSelect,
  'tokenId' | 'last4' | 'createdAt' | 'mailedAt' | 'mailProblem'
>;
export type StoredToken = TokenRow & { secrets: SecretRow[]; waiting: Waiting | null };

/** With the secrets that work: the one in use, and those from before a rotation, the newest first; and the one that waits. */
export async function withSecrets(
  rows: TokenRow[],
  on: Pick<Transaction, 'select'> = db(),
): Promise<StoredToken[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const inTime = or(isNull(tokenSecrets.validUntil), gt(tokenSecrets.validUntil, new Date()));
  const secrets = await on
    .select()
    .from(tokenSecrets)
    .where(and(inArray(tokenSecrets.tokenId, ids), inTime))
    .orderBy(desc(tokenSecrets.createdAt));
  const { tokenId, last4, createdAt, mailedAt, mailProblem } = tokenPickups;
  const waiting = await on
    .select({ tokenId, last4, createdAt, mailedAt, mailProblem })
    .from(tokenPickups)
    .where(and(inArray(tokenId, ids), isNotNull(tokenPickups.sealed)));
  const ofToken = Map.groupBy(secrets, (secret) => secret.tokenId);
  const waitingOf = new Map(waiting.map((one) => [one.tokenId, one]));
  return rows.map((row) => ({
    ...row,
    secrets: ofToken.get(row.id) ?? [],
    waiting: waitingOf.get(row.id) ?? null,
  }));
}

export function inUse({ secrets }: Pick<StoredToken, 'secrets'>): SecretRow | undefined {
  return secrets.find(({ validUntil }) => validUntil === null);
}
