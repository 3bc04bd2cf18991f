import { and, eq, isNull } from 'drizzle-orm';
import { tokenSecrets } from '@/drizzle/schema/tokens';
import { sha256 } from '@/lib/crypto/compare';
import type { Transaction } from '@/lib/database/db';
import { newId } from '@/lib/ids';

/** From now on this secret is the one in use. Only its hash is stored. */
export async function storeSecret(tx: Transaction, tokenId: string, token: string): Promise<void> {
  const last4 = token.slice(-4);
  await tx.insert(tokenSecrets).values({ id: newId(), tokenId, hash: sha256(token), last4 });
}

/** The one in use works until then, and no longer. */
export async function retireSecret(tx: Transaction, tokenId: string, validUntil: Date): Promise<void> {
  const isInUse = and(eq(tokenSecrets.tokenId, tokenId), isNull(tokenSecrets.validUntil));
  await tx.update(tokenSecrets).set({ validUntil }).where(isInUse);
}
