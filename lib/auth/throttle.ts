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
 * Counts an attempt *before* the password is looked at, in one statement, so that a hundred guesses at once count as a
 * hundred. A success takes the count away again. @throws AppError too_many_attempts
 */
export async function countAttempt(account: string): Promise<void> {
  const key = keyOf(account);
  const blocks = raw`${`{${BLOCKS.join(',')}}`}::int[]`;
  const stale = raw`f.updated_at < now() - make_interval(hours => ${FORGET_AFTER_HOURS})`;
  const failures = raw`(case when ${stale} then 1 else f.failures + 1 end)`;
  const counted = await db().execute(raw`
    insert into sign_in_failures as f (key, failures) values (${key}, 1)
    on conflict (key) do update set
      failures = ${failures},
      blocked_until = now() + make_interval(secs => (${blocks})[least(${failures}, ${BLOCKS.length})]),
      updated_at = now()
    where f.blocked_until is null or f.blocked_until <= now()
    returning f.failures`);
  if (counted.length === 0) throw await tooManyAttempts(key);
}

export async function forgetAttempts(account: string): Promise<void> {
  await db()
    .delete(signInFailures)
    .where(
      raw`${signInFailures.key} = ${keyOf(account)} or ${signInFailures.updatedAt} < now() - interval '7 days'`,
    );
}

async function tooManyAttempts(key: string): Promise<AppError> {
  const [row] = await db().select().from(signInFailures).where(eq(signInFailures.key, key));
  const seconds = Math.max(1, Math.ceil(((row?.blockedUntil?.getTime() ?? 0) - Date.now()) / 1000));
  return new AppError('too_many_attempts', `Too many attempts. Try again in ${seconds} s.`, {
    retryAfterSeconds: seconds,
  });
}

/** Hashed: people type passwords into the address field. */
function keyOf(account: string): string {
  return `account:${sha256(accountKey(account)).toString('hex')}`;
}
