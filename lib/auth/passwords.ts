import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@/lib/errors';
import { describeFlaw, type FlawText } from '@/lib/flaws';
import { isGuessable } from './guessable';
import { isMostly, ownWordsOf, type Whose } from './own-words';
import { PASSWORD_MAX, PASSWORD_MIN } from './schema';

/** OWASP: argon2id with 19 MiB, two passes, one lane; the parameters are kept inside the hash. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The one way to a password that somebody chose. `field`: where it stood. @throws AppError validation_failed, with why not this one */
export async function hashNewPassword(password: string, whose: Whose, field = 'password'): Promise<string> {
  const flaw = await judgePassword(password, whose);
  if (flaw)
    throw new AppError('validation_failed', `${field}: ${flaw.message}`, {
      errors: [{ path: field, ...flaw }],
    });
  return hash(password, OPTIONS);
}

/** NIST SP 800-63B-4: long enough, and none that is tried first; no rule on what it is made of. */
export async function judgePassword(password: string, whose: Whose): Promise<FlawText | null> {
  if (password.length < PASSWORD_MIN) return describeFlaw('too_short', { min: PASSWORD_MIN });
  if (password.length > PASSWORD_MAX) return describeFlaw('too_long', { max: PASSWORD_MAX });
  const words = await ownWordsOf(whose);
  if (isMostly(password, words)) return describeFlaw('password_own');
  if (await isGuessable(password, words)) return describeFlaw('password_common');
  return null;
}

/** False also for an account that does not exist (`null`), after the same amount of work. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', OPTIONS);
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}

let decoy: Promise<string> | undefined;
