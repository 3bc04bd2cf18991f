import { eq } from 'drizzle-orm';
import { users } from '@/drizzle/schema/users';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { accountKey } from './account-key';
import { verifyPassword } from './passwords';
import type { SignInInput } from './schema';
import { startSession } from './session';
import { countAttempt, forgetAttempts } from './throttle';
import { countNetworkAttempt, returnNetworkAttempt } from './throttle-network';

export type Client = { ip: string | null; userAgent: string | null };

/**
 * The id of a new session. One message and one cost whether the account is unknown, inactive or the password wrong.
 * @throws AppError invalid_credentials, too_many_attempts
 */
export async function signIn(input: SignInInput, client: Client): Promise<string> {
  await countNetworkAttempt(client.ip);
  await countAttempt(input.email);
  const user = await findByEmail(input.email);
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !matches || !user.active) {
    log.warn('sign-in refused', { ip: client.ip });
    throw new AppError('invalid_credentials', 'The e-mail address or the password is wrong.');
  }
  await Promise.all([forgetAttempts(input.email), returnNetworkAttempt(client.ip)]);
  return startSession(user.id, client);
}

async function findByEmail(email: string) {
  const [user] = await db()
    .select()
    .from(users)
    .where(eq(users.emailKey, accountKey(email)));
  return user;
}
