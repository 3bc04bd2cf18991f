import { and, eq, isNull, sql as raw } from 'drizzle-orm';
import { sessions } from '@/drizzle/schema/users';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError, invalid } from '@/lib/errors';
import { personOf } from './person-of';
import { proveSelf } from './prove-self';
import type { ConfirmInput } from './schema';
import { findSecondFactor, type SecondFactor } from './second-factor/find';
import { readCode } from './second-factor/recovery-codes';
import { spendCode } from './second-factor/spend-code';
import { countGuess, forgetGuesses } from './throttle';

/**
 * Who is signed in shows that it is still they, by the password or, instead of it, by a code of their app: what gives out access asks for it
 * (`CONFIRMED` in `lib/permissions.ts`). Guesses count for this person alone, so that no stranger at the sign-in page can keep them from it.
 * @throws AppError validation_failed, too_many_attempts; unauthorized when the session has ended meanwhile
 */
export async function confirmSelf(ctx: Context, { password }: ConfirmInput): Promise<void> {
  const { id, sessionId } = personOf(ctx);
  // No password is as short as a code. Recovery codes are kept for the day on which the phone is gone.
  const factor = readCode(password)?.kind === 'app' ? await findSecondFactor(id) : null;
  if (factor) await proveByCode(factor, password);
  else await proveSelf(ctx, { password });
  const confirmed = await db()
    .update(sessions)
    .set({ confirmedAt: raw`now()` })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, id), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (confirmed.length === 0) throw new AppError('unauthorized', 'Sign in again.');
}

async function proveByCode(factor: SecondFactor, code: string): Promise<void> {
  const guesses = `code:${factor.userId}`;
  await countGuess(guesses);
  try {
    await spendCode(factor, code);
  } catch (error) {
    const flaw = error instanceof AppError && error.errors?.[0]?.code;
    throw flaw === 'code_used' || flaw === 'code_wrong' ? invalid('password', flaw) : error;
  }
  await forgetGuesses(guesses);
}
