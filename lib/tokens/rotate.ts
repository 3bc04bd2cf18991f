import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { currentSettings } from '@/lib/settings/current';
import { dropSuccessors } from './drop-successors';
import { hasEnded, holdToken, isAlive, lockTokens } from './family';
import { generateSecret } from './format';
import { checkGrantable } from './grantable';
import { replaceSecret } from './replace-secret';
import type { RotateInput } from './schema';
import { forgetToken } from './stored';

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
    if (!isAlive(row)) throw hasEnded(row);
    const token = generateSecret(row.publicId);
    const along = () => dropSuccessors(tx, [id]);
    const { audit, previousValidUntil } = await replaceSecret(tx, row, { token, graceHours: hours, along });
    return { result: { id, token, previousValidUntil, publicId: row.publicId }, ...audit };
  });
  forgetToken(publicId);
  return rotated;
}
