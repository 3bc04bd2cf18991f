import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { webhookSecrets } from '@/drizzle/schema/webhooks';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import { db, type Transaction } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { generateSecret } from './sign';

const HOUR_MS = 3_600_000;

export type SecretRow = typeof webhookSecrets.$inferSelect;

export function secretContext(id: string): SealContext {
  return { table: 'webhook_secrets', column: 'sealed', rowId: id };
}

/** The secret is in this answer and nowhere else; the one from before signs on for a while, and those before that no more. */
export async function replaceSecret(tx: Transaction, webhookId: string, graceHours: number): Promise<string> {
  const secret = generateSecret();
  const now = new Date();
  const isNewest = and(eq(webhookSecrets.webhookId, webhookId), isNull(webhookSecrets.validUntil));
  const isOlder = and(eq(webhookSecrets.webhookId, webhookId), gt(webhookSecrets.validUntil, now));
  await tx.delete(webhookSecrets).where(isOlder);
  await tx
    .update(webhookSecrets)
    .set({ validUntil: new Date(now.getTime() + graceHours * HOUR_MS) })
    .where(isNewest);
  const id = newId();
  const sealed = seal(secret, secretContext(id));
  await tx.insert(webhookSecrets).values({ id, webhookId, sealed, last4: secret.slice(-4) });
  return secret;
}

/** Those that sign now, the newest first. */
export async function secretsOf(
  webhookId: string,
  from: Pick<Transaction, 'select'> = db(),
): Promise<SecretRow[]> {
  const signs = or(isNull(webhookSecrets.validUntil), gt(webhookSecrets.validUntil, new Date()));
  const rows = await from
    .select()
    .from(webhookSecrets)
    .where(and(eq(webhookSecrets.webhookId, webhookId), signs));
  return rows.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** Null: one cannot be opened, as its master key is missing; then nothing is sent that could not be verified. */
export function openAll(rows: Pick<SecretRow, 'id' | 'sealed'>[]): string[] | null {
  try {
    return rows.map(({ id, sealed }) => open(sealed, secretContext(id)));
  } catch {
    return null;
  }
}
