import { and, desc, gt, inArray, isNull, or } from 'drizzle-orm';
import { tokenSecrets, type tokens } from '@/drizzle/schema/tokens';
import { db, type Transaction } from '@/lib/database/db';

export type TokenRow = typeof tokens.$inferSelect;
export type SecretRow = typeof tokenSecrets.$inferSelect;
export type StoredToken = TokenRow & { secrets: SecretRow[] };

/** With the secrets that work: the one in use, and those from before a rotation, the newest first. */
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
  const ofToken = Map.groupBy(secrets, ({ tokenId }) => tokenId);
  return rows.map((row) => ({ ...row, secrets: ofToken.get(row.id) ?? [] }));
}

export function inUse({ secrets }: Pick<StoredToken, 'secrets'>): SecretRow | undefined {
  return secrets.find(({ validUntil }) => validUntil === null);
}
