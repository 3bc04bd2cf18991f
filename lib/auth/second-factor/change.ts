import { eq } from 'drizzle-orm';
import { recoveryCodes, secondFactors } from '@/drizzle/schema/second-factors';
import { users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { accountKey } from '../account-key';
import { endSessions } from '../change-user';
import { personOf } from '../person-of';
import { proveSelf } from '../prove-self';
import { renewSession } from '../renew-session';
import { findSecondFactor, type SecondFactor } from './find';
import { newRecoveryCodes } from './recovery-codes';
import type { SecondFactorProof } from './schema';
import { type Changed, storeCodes } from './set-up';

/** Ten new ones; those from before work no more. @throws AppError validation_failed, too_many_attempts; conflict for who has no second factor */
export async function renewRecoveryCodes(ctx: Context, proof: SecondFactorProof): Promise<Changed> {
  const { id, sessionId } = personOf(ctx);
  const factor = await ownFactor(id);
  await proveSelf(ctx, proof, { factor });
  const codes = newRecoveryCodes();
  return mutation(ctx, 'account.renew_recovery_codes', async (tx) => {
    await holdFactor(tx, id);
    await storeCodes(tx, id, factor.seed, codes);
    return { result: { codes, sessionId: await renewSession(tx, id, sessionId) }, subjectId: id };
  });
}

/** Ends with the session in which the person goes on. @throws AppError as `renewRecoveryCodes` */
export async function removeSecondFactor(
  ctx: Context,
  proof: SecondFactorProof,
): Promise<{ sessionId: string }> {
  const { id, sessionId } = personOf(ctx);
  await proveSelf(ctx, proof, { factor: await ownFactor(id) });
  return mutation(ctx, 'account.remove_second_factor', async (tx) => {
    await dropFactor(tx, id);
    return { result: { sessionId: await renewSession(tx, id, sessionId) }, subjectId: id };
  });
}

/** For who has lost both the app and the recovery codes: by whoever looks after the server. @throws AppError not_found, conflict */
export async function takeSecondFactorOff(ctx: Context, email: string): Promise<{ email: string }> {
  return mutation(ctx, 'person.remove_second_factor', async (tx) => {
    const [person] = await tx
      .select({ id: users.id, email: users.email })
      .from(users)
      .where(eq(users.emailKey, accountKey(email)));
    if (!person) throw notFound('person', email);
    await dropFactor(tx, person.id);
    await endSessions(tx, person.id);
    return { result: { email: person.email }, subjectId: person.id, after: { email: person.email } };
  });
}

async function ownFactor(userId: string): Promise<SecondFactor> {
  const factor = await findSecondFactor(userId);
  if (!factor) throw none();
  return factor;
}

/** New codes are of the seed that is there: it must not be removed meanwhile. */
async function holdFactor(tx: Transaction, userId: string): Promise<void> {
  const rows = await tx
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .for('update');
  if (rows.length === 0) throw none();
}

async function dropFactor(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const gone = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ userId: secondFactors.userId });
  if (gone.length === 0) throw none();
}

function none(): AppError {
  return new AppError('conflict', 'There is no second factor.', refusal('no_second_factor'));
}
