import { sql as raw } from 'drizzle-orm';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { networkOf } from './network';
import { spendOfNetwork } from './network-budget';

/** As many guesses a network has at once, and gets one back every so many seconds. An office behind one address signs in; a list of accounts is not tried. */
const BUDGET = { burst: 20, secondsEach: 30 };

/**
 * Counts an attempt of a network, whatever the account, in one statement before anything else is done: of a hundred at once twenty pass. What
 * is refused costs nothing more. @throws AppError too_many_attempts
 */
export async function countNetworkAttempt(ip: string | null): Promise<void> {
  if ((await spendOfNetwork(networkOf(ip), BUDGET)) === null)
    throw new AppError(
      'too_many_attempts',
      `Too many attempts from this address. Try again in ${BUDGET.secondsEach} s.`,
      { retryAfterSeconds: BUDGET.secondsEach },
    );
}

/** Who knew the password has not guessed. */
export async function returnNetworkAttempt(ip: string | null): Promise<void> {
  await db().execute(raw`
    update sign_in_networks set spent_until = spent_until - make_interval(secs => ${BUDGET.secondsEach})
    where network = ${networkOf(ip)}`);
}
