import { eq } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import type { Transaction } from '@/lib/database/db';
import { type TokenRow, withSecrets } from './rows';
import { retireSecret, storeSecret } from './secret';
import { nextRotation } from './upkeep';
import { viewToken } from './view';

const HOUR_MS = 3_600_000;

type Replacement = {
  token: string;
  graceHours: number;
  /** What has to change along with it, and be seen in the audit log. */
  along: () => Promise<unknown>;
};

/** From now on `token` is the secret in use; the one from before works until its grace time is over, or the token's own end. */
export async function replaceSecret(
  tx: Transaction,
  row: TokenRow,
  { token, graceHours, along }: Replacement,
) {
  const [before] = await withSecrets([row], tx);
  const now = new Date();
  const grace = now.getTime() + graceHours * HOUR_MS;
  const validUntil = new Date(Math.min(grace, row.expiresAt?.getTime() ?? grace));
  await retireSecret(tx, row.id, validUntil);
  await storeSecret(tx, row.id, token);
  await along();
  const rotateAt = nextRotation(row, now);
  const [saved] = await tx.update(tokens).set({ rotateAt }).where(eq(tokens.id, row.id)).returning();
  const [after] = await withSecrets([saved!], tx);
  return {
    previousValidUntil: validUntil.toISOString(),
    audit: {
      subjectId: row.id,
      ownerId: row.companyId,
      before: viewToken(before!),
      after: viewToken(after!),
    },
  };
}
