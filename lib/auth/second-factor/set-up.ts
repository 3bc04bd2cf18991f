import { and, eq, gt, isNull, sql as raw } from 'drizzle-orm';
import { recoveryCodes, secondFactors } from '@/drizzle/schema/second-factors';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { env } from '@/lib/env';
import { AppError, invalid } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { personOf } from '../person-of';
import { proveSelf } from '../prove-self';
import { renewSession } from '../renew-session';
import { drawQr, keyUri } from './draw-qr';
import { hashRecoveryCode, newRecoveryCodes, readCode } from './recovery-codes';
import type { BeginSecondFactorInput, BegunSecondFactor, SecondFactorCode } from './schema';
import { openSeed, sealSeed } from './seed-cell';
import { findStep, newSeed } from './totp';

/** Whoever left it open comes back to a new one. */
const BEGUN_MINUTES = 30;

/** What comes of a change: the codes, told this once, and the session in which the person goes on; all others have ended. */
export type Changed = { codes: string[]; sessionId: string };

/** Asked for only once it is confirmed; beginning again replaces what was begun. @throws AppError conflict for who has one */
export async function beginSecondFactor(
  ctx: Context,
  { password }: BeginSecondFactorInput,
): Promise<BegunSecondFactor> {
  const { id, label: email } = personOf(ctx);
  await proveSelf(ctx, { password });
  const seed = newSeed();
  const sealed = sealSeed(id, seed);
  await mutation(ctx, 'account.begin_second_factor', async (tx) => {
    const [begun] = await tx
      .insert(secondFactors)
      .values({ userId: id, sealed })
      .onConflictDoUpdate({
        target: secondFactors.userId,
        set: { sealed, createdAt: raw`now()` },
        setWhere: isNull(secondFactors.confirmedAt),
      })
      .returning({ userId: secondFactors.userId });
    if (!begun)
      throw new AppError('conflict', 'There is a second factor already.', refusal('second_factor_there'));
    return { result: undefined, subjectId: id };
  });
  const host = env().PUBLIC_URL ? new URL(env().PUBLIC_URL!).host : null;
  return { key: seed, qr: drawQr(keyUri(seed, { email, host })) };
}

/** The app has shown that it makes the right codes: from now on one is asked for. @throws AppError validation_failed of `code`; conflict when nothing was begun */
export async function confirmSecondFactor(ctx: Context, { code }: SecondFactorCode): Promise<Changed> {
  const { id, sessionId } = personOf(ctx);
  const { sealed, seed } = await findBegun(id);
  const step = findStep(seed, readCode(code)?.code ?? '');
  if (step === null) throw invalid('code', 'code_wrong');
  const codes = newRecoveryCodes();
  return mutation(ctx, 'account.add_second_factor', async (tx) => {
    const confirmed = await tx
      .update(secondFactors)
      .set({ confirmedAt: raw`now()`, lastStep: step })
      .where(
        and(
          eq(secondFactors.userId, id),
          eq(secondFactors.sealed, sealed),
          isNull(secondFactors.confirmedAt),
        ),
      )
      .returning({ userId: secondFactors.userId });
    if (confirmed.length === 0) throw notBegun();
    await storeCodes(tx, id, seed, codes);
    return { result: { codes, sessionId: await renewSession(tx, id, sessionId) }, subjectId: id };
  });
}

/** In place of all that there were. */
export async function storeCodes(tx: Transaction, userId: string, seed: string, codes: string[]) {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, hash: hashRecoveryCode(seed, code) })));
}

async function findBegun(userId: string): Promise<{ sealed: string; seed: string }> {
  const [row] = await db()
    .select({ userId: secondFactors.userId, sealed: secondFactors.sealed })
    .from(secondFactors)
    .where(
      and(
        eq(secondFactors.userId, userId),
        isNull(secondFactors.confirmedAt),
        gt(secondFactors.createdAt, raw`now() - make_interval(mins => ${BEGUN_MINUTES})`),
      ),
    );
  if (!row) throw notBegun();
  return { sealed: row.sealed, seed: openSeed(row) };
}

function notBegun(): AppError {
  return new AppError(
    'conflict',
    'This was begun too long ago, or elsewhere since. Begin again.',
    refusal('second_factor_not_begun'),
  );
}
