import { eq } from 'drizzle-orm';
import { users } from '@/drizzle/schema/users';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { verifyPassword } from './passwords';
import { personOf } from './person-of';
import type { SecondFactor } from './second-factor/find';
import { spendCode } from './second-factor/spend-code';
import { countGuess, forgetGuesses } from './throttle';

type Proof = { password: string; code?: string };

/**
 * The password of who is signed in, asked for again, and a code where there is a factor: a session that was left open, or stolen, does not
 * change who gets in. Guesses count for this person alone, so that no stranger can keep them from it.
 * @throws AppError too_many_attempts; validation_failed of `field` or `code`
 */
export async function proveSelf(
  ctx: Context,
  { password, code = '' }: Proof,
  { field = 'password', factor }: { field?: string; factor?: SecondFactor } = {},
): Promise<void> {
  const { id } = personOf(ctx);
  const guesses = `person:${id}`;
  await countGuess(guesses);
  const [user] = await db().select({ hash: users.passwordHash }).from(users).where(eq(users.id, id));
  if (!(await verifyPassword(user?.hash ?? null, password))) throw invalid(field, 'password');
  if (factor) await spendCode(factor, code);
  await forgetGuesses(guesses);
}
