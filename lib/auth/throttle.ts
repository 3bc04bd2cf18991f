import { eq, sql as raw } from 'drizzle-orm';
import { signInFailures } from '@/drizzle/schema/users';
import { sha256 } from '@/lib/crypto/compare';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { currentSettings } from '@/lib/settings/current';
import type { SecuritySettings } from '@/lib/settings/schema';
import { accountKey } from './account-key';

const FORGET_AFTER_HOURS = 24;

type Limits = Pick<SecuritySettings, 'signInAttempts' | 'signInWaitMinutes'>;

/** How long is waited after each failure in a row: not at all before so many, then 1, 2, 4 … seconds up to the longest, which is the last. */
export function blocksOf({ signInAttempts, signInWaitMinutes }: Limits): number[] {
  const longest = signInWaitMinutes * 60;
  const growing = Math.ceil(Math.log2(longest));
  return [
    ...Array<number>(signInAttempts - 1).fill(0),
    ...Array.from({ length: growing }, (_, index) => 2 ** index),
    longest,
  ];
}

/**
 * Counts a guess *before* it is judged, in one statement, so that a hundred at once count as a hundred. `key`: of what is guessed, and by
 * whom, where they are told apart. @throws AppError too_many_attempts
 */
export async function countGuess(key: string): Promise<void> {
  const waits = blocksOf((await currentSettings()).security);
  const blocks = raw`${`{${waits.join(',')}}`}::int[]`;
  const stale = raw`f.updated_at < now() - make_interval(hours => ${FORGET_AFTER_HOURS})`;
  const failures = raw`(case when ${stale} then 1 else f.failures + 1 end)`;
  const counted = await db().execute(raw`
    insert into sign_in_failures as f (key, failures) values (${key}, 1)
    on conflict (key) do update set
      failures = ${failures},
      blocked_until = now() + make_interval(secs => nullif((${blocks})[least(${failures}, ${waits.length})], 0)),
      updated_at = now()
    where f.blocked_until is null or f.blocked_until <= now()
    returning f.failures`);
  if (counted.length === 0) throw await tooManyAttempts(key);
}

/** A success takes the count away again. */
export async function forgetGuesses(key: string): Promise<void> {
  await db()
    .delete(signInFailures)
    .where(raw`${signInFailures.key} = ${key} or ${signInFailures.updatedAt} < now() - interval '7 days'`);
}

/** Guesses at an account by whoever is not known there. */
export function countAttempt(account: string): Promise<void> {
  return countGuess(guessesOf('account', account));
}

export function forgetAttempts(account: string): Promise<void> {
  return forgetGuesses(guessesOf('account', account));
}

async function tooManyAttempts(key: string): Promise<AppError> {
  const [row] = await db().select().from(signInFailures).where(eq(signInFailures.key, key));
  const seconds = Math.max(1, Math.ceil(((row?.blockedUntil?.getTime() ?? 0) - Date.now()) / 1000));
  return new AppError('too_many_attempts', `Too many attempts. Try again in ${seconds} s.`, {
    retryAfterSeconds: seconds,
  });
}

/** Hashed: people type passwords into the address field. `from`: where those of each place are counted apart. */
export function guessesOf(kind: 'account' | 'vouched', account: string, from?: string): string {
  const hash = sha256(accountKey(account)).toString('hex');
  return from === undefined ? `${kind}:${hash}` : `${kind}:${hash}:${from}`;
}
