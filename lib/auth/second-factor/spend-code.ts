import { and, eq, isNotNull, isNull, lt, sql as raw } from 'drizzle-orm';
import { recoveryCodes, secondFactors } from '@/drizzle/schema/second-factors';
import { db } from '@/lib/database/db';
import { type AppError, invalid } from '@/lib/errors';
import type { SecondFactor } from './find';
import { type GivenCode, hashRecoveryCode, readCode } from './recovery-codes';
import { findStep } from './totp';

/**
 * Takes a code of the app or a recovery code, each once: what is used up is so in one statement, so that of many at once one gets through.
 * Whoever calls it counts the guesses. @throws AppError validation_failed of `code`
 */
export async function spendCode(factor: SecondFactor, text: string): Promise<GivenCode['kind']> {
  const given = readCode(text);
  if (!given) throw wrong();
  await (given.kind === 'app' ? spendStep(factor, given.code) : spendRecoveryCode(factor, given.code));
  return given.kind;
}

/** Not told from a wrong one: that a code is of another time. It would be right soon. */
async function spendStep({ userId, seed }: SecondFactor, code: string): Promise<void> {
  const step = findStep(seed, code);
  if (step === null) throw wrong();
  const taken = await db()
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.userId, userId),
        isNotNull(secondFactors.confirmedAt),
        lt(secondFactors.lastStep, step),
      ),
    )
    .returning({ userId: secondFactors.userId });
  if (taken.length === 0) throw used();
}

async function spendRecoveryCode(factor: SecondFactor, code: string): Promise<void> {
  const taken = await db()
    .update(recoveryCodes)
    .set({ usedAt: raw`now()` })
    .where(and(isCode(factor, code), isNull(recoveryCodes.usedAt)))
    .returning({ userId: recoveryCodes.userId });
  if (taken.length > 0) return;
  throw (await findRecoveryCode(factor, code)) ? used() : wrong();
}

export async function isUnusedRecoveryCode(factor: SecondFactor, code: string): Promise<boolean> {
  return (await findRecoveryCode(factor, code))?.usedAt === null;
}

async function findRecoveryCode(factor: SecondFactor, code: string) {
  const [row] = await db()
    .select({ usedAt: recoveryCodes.usedAt })
    .from(recoveryCodes)
    .where(isCode(factor, code));
  return row;
}

function isCode({ userId, seed }: SecondFactor, code: string) {
  return and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, hashRecoveryCode(seed, code)));
}

function wrong(): AppError {
  return invalid('code', 'code_wrong');
}

function used(): AppError {
  return invalid('code', 'code_used');
}
