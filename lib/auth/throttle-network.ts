import { sql as raw } from 'drizzle-orm';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { networkOf } from './network';

/** As many guesses a network has at once, and gets one back every so many seconds. An office behind one address signs in; a list of accounts is not tried. */
const BURST = 20;
const SECONDS_EACH = 30;

/**
 * Counts an attempt of a network, whatever the account, in one statement before anything else is done: of a hundred at once twenty pass. What
 * is refused costs nothing more. @throws AppError too_many_attempts
 */
export async function countNetworkAttempt(ip: string | null): Promise<void> {
  const network = networkOf(ip);
  const after = raw`greatest(n.spent_until, now()) + make_interval(secs => ${SECONDS_EACH})`;
  const limit = raw`now() + make_interval(secs => ${SECONDS_EACH * BURST})`;
  const counted = await db().execute(raw`
    insert into sign_in_networks as n (network, spent_until)
    values (${network}, now() + make_interval(secs => ${SECONDS_EACH}))
    on conflict (network) do update set spent_until = ${after} where ${after} <= ${limit}
    returning n.network`);
  if (counted.length === 0)
    throw new AppError(
      'too_many_attempts',
      `Too many attempts from this address. Try again in ${SECONDS_EACH} s.`,
      { retryAfterSeconds: SECONDS_EACH },
    );
}

/** Who knew the password has not guessed. */
export async function returnNetworkAttempt(ip: string | null): Promise<void> {
  await db().execute(raw`
    update sign_in_networks set spent_until = spent_until - make_interval(secs => ${SECONDS_EACH})
    where network = ${networkOf(ip)}`);
}
