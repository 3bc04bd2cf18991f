import { eq, sql as raw } from 'drizzle-orm';
import { signInFailures } from '@/drizzle/schema/users';
import { sha256 } from '@/lib/crypto/compare';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { accountKey } from './account-key';

const FREE_ATTEMPTS = 5;
const MAX_BLOCK_SECONDS = 900;
const FORGET_AFTER_HOURS = 24;

/** How long an account is closed after that many failures in a row: nothing up to the 4th, then 1, 2, 4 … 900 s. */
export function blockSeconds(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(MAX_BLOCK_SECONDS, 2 ** (failures - FREE_ATTEMPTS));
}

const BLOCKS = Array.from({ length: 16 }, (_, index) => blockSeconds(index + 1));

/**
 * Counts a guess *before* it is judged, in one statement, so that a hundred at once count as a hundred. `key`: of what is guessed, and by
 * whom, where they are told apart. @throws AppError too_many_attempts
 */
export async function countGuess(key: string): Promise<void> {
  const blocks = raw`${`{${BLOCKS.join(',')}}`}::int[]`;
  const stale = raw`f.updated_at < now() - make_interval(hours => ${FORGET_AFTER_HOURS})`;
  const failures = raw`(case when ${stale} then 1 else f.failures + 1 end)`;
  const counted = await db().execute(raw`
    insert into sign_in_failures as f (key, failures) values (${key}, 1)
    on conflict (key) do update set
      failures = ${failures},
      blocked_until = now() + make_interval(secs => nullif((${blocks})[least(${failures}, ${BLOCKS.length})], 0)),
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

/** Hashed: people type passwords into the address field. */
export function guessesOf(kind: 'account' | 'vouched', account: string): string {
  return `${kind}:${sha256(accountKey(account)).toString('hex')}`;
}
