import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { tokenPickups } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { shortText } from '@/lib/validation';
import { holdToken, isAlive, lockTokens } from './family';
import { checkGrantable } from './grantable';
import { linkHash, openPickup } from './pickup-cell';
import { replaceSecret } from './replace-secret';
import { forgetToken } from './stored';

/** By the link of the mail, or of the token whose page somebody looks at. */
export const PickUpInput = z.union([
  z.strictObject({ link: shortText(100).min(1) }),
  z.strictObject({ id: z.uuid() }),
]);
export type PickUpInput = z.infer<typeof PickUpInput>;

export type PickedUp = { id: string; name: string; token: string; previousValidUntil: string };

type PickupRow = typeof tokenPickups.$inferSelect;

/**
 * Gives the new secret that waits, once: it is in this answer and nowhere else from now on. It works at once, the one from before as long as
 * the token's rotation says. @throws AppError not_found; conflict for a link that was used or is of no use any more
 */
export async function pickUpSecret(ctx: Context, input: PickUpInput): Promise<PickedUp> {
  const { publicId, ...picked } = await mutation(ctx, 'token.pick_up', async (tx) => {
    await lockTokens(tx);
    const pickup = await hold(tx, input);
    const row = await holdToken(tx, ctx, pickup.tokenId);
    checkGrantable(ctx, row.scopes);
    const token = openable(pickup);
    if (!isAlive(row)) throw gone();
    const along = () => markTaken(tx, ctx, pickup);
    const graceHours = row.rotateGraceHours ?? 0;
    const { audit, previousValidUntil } = await replaceSecret(tx, row, { token, graceHours, along });
    const { id, name, publicId } = row;
    return { result: { id, name, token, previousValidUntil, publicId }, ...audit };
  });
  forgetToken(publicId);
  return picked;
}

async function hold(tx: Transaction, input: PickUpInput): Promise<PickupRow> {
  const wanted =
    'link' in input
      ? eq(tokenPickups.linkHash, linkHash(input.link))
      : and(eq(tokenPickups.tokenId, input.id), isNotNull(tokenPickups.sealed));
  const [pickup] = await tx.select().from(tokenPickups).where(wanted).for('update');
  if (!pickup) throw 'link' in input ? notFound('link', '…') : gone();
  return pickup;
}

async function markTaken(tx: Transaction, { actor }: Context, { id }: PickupRow): Promise<void> {
  const taken = { sealed: null, pickedUpAt: new Date(), pickedUpBy: actor.label };
  await tx.update(tokenPickups).set(taken).where(eq(tokenPickups.id, id));
}

function openable({ id, sealed, pickedUpAt, pickedUpBy }: PickupRow): string {
  if (pickedUpAt)
    throw new AppError(
      'conflict',
      `This link was used already, by ${pickedUpBy}. Rotate the token for another secret.`,
      refusal('link_used', { who: pickedUpBy ?? '' }),
    );
  if (sealed === null) throw gone();
  return openPickup({ id, sealed });
}

function gone(): AppError {
  return new AppError(
    'conflict',
    'No new secret waits there any more: the token was rotated, changed or ended since.',
    refusal('link_replaced'),
  );
}
