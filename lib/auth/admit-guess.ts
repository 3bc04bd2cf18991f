import { AppError } from '@/lib/errors';
import type { Account } from './find-account';
import { networkOf } from './network';
import { findSecondFactor } from './second-factor/find';
import { readCode } from './second-factor/recovery-codes';
import { isUnusedRecoveryCode } from './second-factor/spend-code';
import { findStep } from './second-factor/totp';
import { countAttempt, countGuess, forgetAttempts, forgetGuesses, guessesOf } from './throttle';
import { countNetworkAttempt, returnNetworkAttempt } from './throttle-network';

type Guess = { email: string; code?: string | undefined };

/**
 * Whether a password is judged at all. Strangers share what an account has of guesses; a browser that the person signed in with before has
 * its own, and who shows a right code is heard when strangers have used theirs up: they lock nobody out.
 * @returns what to do once the password was right: that was no guess
 * @throws AppError too_many_attempts, the same whether there is such an account or not
 */
export async function admitGuess(
  { email, code }: Guess,
  account: Account | null,
  ip: string | null,
): Promise<() => Promise<void>> {
  if (account?.device) {
    const guesses = `device:${account.id}:${account.device}`;
    await countGuess(guesses);
    return () => forgetGuesses(guesses);
  }
  try {
    await countNetworkAttempt(ip);
    await countAttempt(email);
  } catch (refusal) {
    if (!(refusal instanceof AppError) || code === undefined) throw refusal;
    const guesses = await vouch(email, account, code, networkOf(ip));
    if (guesses === null) throw refusal;
    return () => forgetGuesses(guesses);
  }
  return async () => {
    await Promise.all([forgetAttempts(email), returnNetworkAttempt(ip)]);
  };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * A code is looked at before the password, so that of a flood of guesses none is judged. Of the six digits of an app only so many as of
 * passwords, counted for each network apart, so that who makes codes up elsewhere does not close this way; a recovery code cannot be guessed, so whoever tries uses nothing up. It is spent with the password, not here.
 * @returns by what these guesses are counted; null for a wrong code
 */
async function vouch(
  email: string,
  account: Account | null,
  code: string,
  network: string,
): Promise<string | null> {
  const given = readCode(code);
  if (!given) return null;
  const shown = guessesOf('vouched', email, network);
  if (given.kind === 'app') await countGuess(shown);
  const factor = await findSecondFactor(account?.id ?? NOBODY);
  if (!factor) return null;
  if (given.kind === 'app') {
    const step = findStep(factor.seed, given.code);
    return step !== null && step > factor.lastStep ? shown : null;
  }
  if (!(await isUnusedRecoveryCode(factor, given.code))) return null;
  const recovered = `recovered:${factor.userId}`;
  await countGuess(recovered);
  return recovered;
}
