import { eq } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { currentSettings } from '@/lib/settings/current';
import { dropSuccessors } from './drop-successors';
import { holdToken, isAlive, lockTokens } from './family';
import { generateSecret } from './format';
import { checkGrantable } from './grantable';
import { withSecrets } from './rows';
import type { RotateInput } from './schema';
import { retireSecret, storeSecret } from './secret';
import { forgetToken } from './stored';
import { nextRotation } from './upkeep';
import { viewToken } from './view';

const HOUR_MS = 3_600_000;

export type Rotated = {
  id: string;
  token: string;
  /** Until when the secret from before still works. */
  previousValidUntil: string;
};

/** The token that asks. @throws AppError forbidden for a person */
export async function rotateSelf(ctx: Context, input: RotateInput): Promise<Rotated> {
  if (ctx.actor.type !== 'token') throw new AppError('forbidden', 'Only a token can rotate itself.');
  return rotateToken(ctx, { ...input, id: ctx.actor.id });
}

/**
 * A new secret for the same token: what it may do, its end and its public part stay. The one from before works until its grace time is
 * over, or the token's own end. The new one is in this answer and nowhere else; one that waits to be picked up is no longer needed. @throws AppError not_found; conflict for one that has ended
 */
export async function rotateToken(
  ctx: Context,
  { id, graceHours }: RotateInput & { id: string },
): Promise<Rotated> {
  const hours = graceHours ?? (await currentSettings()).security.tokenGraceHours;
  const { publicId, ...rotated } = await mutation(ctx, 'token.rotate', async (tx) => {
    await lockTokens(tx);
    const row = await holdToken(tx, ctx, id);
    checkGrantable(ctx, row.scopes);
    if (!isAlive(row))
      throw new AppError(
        'conflict',
        `This token has ${row.revokedAt ? 'been revoked' : 'expired'}: make a new one.`,
      );
    const [before] = await withSecrets([row], tx);
    const grace = Date.now() + hours * HOUR_MS;
    const validUntil = new Date(Math.min(grace, row.expiresAt?.getTime() ?? grace));
    const token = generateSecret(row.publicId);
    await retireSecret(tx, id, validUntil);
    await storeSecret(tx, id, token);
    await dropSuccessors(tx, [id]);
    const [rotated] = await tx
      .update(tokens)
      .set({ rotateAt: nextRotation(row, new Date()) })
      .where(eq(tokens.id, id))
      .returning();
    const [after] = await withSecrets([rotated!], tx);
    const result = { id, token, previousValidUntil: validUntil.toISOString(), publicId: row.publicId };
    return {
      result,
      subjectId: id,
      ownerId: row.companyId,
      before: viewToken(before!),
      after: viewToken(after!),
    };
  });
  forgetToken(publicId);
  return rotated;
}
