import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { tokenPickups, tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { dropSuccessors } from './drop-successors';
import { lockTokens } from './family';
import { generateSecret } from './format';
import { linkCode, linkHash, sealPickup } from './pickup-cell';
import { type TokenRow, withSecrets } from './rows';
import { nextRotation } from './upkeep';
import { viewToken } from './view';

/** Of one run; the next one comes within a minute. */
const MOST = 100;

/**
 * For each token whose secret is due a new one is prepared, which works once somebody picks it up; the one in use goes on until then. Several
 * times that nobody was there for are one.
 */
export async function prepareSuccessors(now: Date): Promise<number> {
  const due = await db()
    .select({ id: tokens.id })
    .from(tokens)
    .where(isDue(now))
    .orderBy(tokens.rotateAt)
    .limit(MOST);
  let prepared = 0;
  for (const { id } of due) if (await prepareOne(id, now)) prepared++;
  return prepared;
}

function isDue(now: Date) {
  const isInTime = or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now));
  return and(lte(tokens.rotateAt, now), isNull(tokens.revokedAt), isInTime);
}

/** False: another process was quicker. */
async function prepareOne(id: string, now: Date): Promise<boolean> {
  try {
    await mutation(jobContext('token-upkeep'), 'token.prepare', async (tx) => {
      await lockTokens(tx);
      const [row] = await tx
        .select()
        .from(tokens)
        .where(and(eq(tokens.id, id), isDue(now)))
        .for('update');
      if (!row) throw new AppError('conflict', 'This token is not due any more.');
      const [before] = await withSecrets([row], tx);
      const after = await prepare(tx, row, now);
      return {
        result: undefined,
        subjectId: id,
        ownerId: row.companyId,
        before: viewToken(before!),
        after: viewToken(after),
      };
    });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false;
    throw error;
  }
}

async function prepare(tx: Transaction, row: TokenRow, now: Date) {
  await dropSuccessors(tx, [row.id]);
  const id = newId();
  const token = generateSecret(row.publicId);
  await tx.insert(tokenPickups).values({
    id,
    tokenId: row.id,
    linkHash: linkHash(linkCode(token)),
    sealed: sealPickup(id, token),
    last4: token.slice(-4),
    createdAt: now,
  });
  const [saved] = await tx
    .update(tokens)
    .set({ rotateAt: nextRotation(row, now) })
    .where(eq(tokens.id, row.id))
    .returning();
  const [stored] = await withSecrets([saved!], tx);
  return stored!;
}
