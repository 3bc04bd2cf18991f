import { randomBytes } from 'node:crypto';
import { eq, sql as raw } from 'drizzle-orm';
import { knownDevices } from '@/drizzle/schema/second-factors';
import { db } from '@/lib/database/db';
import { findAccount } from './find-account';
import { deviceHash } from './known-devices';

/**
 * After a sign-in: a new secret for the browser's cookie, by which its guesses at this account are counted apart from everybody else's. Each
 * sign-in has another one; those that others signed in with there before stay known by it.
 */
export async function rememberDevice(
  person: { email: string } | { id: string },
  former: string | null | undefined,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = deviceHash(token);
  const account = await findAccount(person, former);
  if (!account) return token;
  if (former)
    await db()
      .update(knownDevices)
      .set({ tokenHash })
      .where(eq(knownDevices.tokenHash, deviceHash(former)));
  await db()
    .insert(knownDevices)
    .values({ tokenHash, userId: account.id })
    .onConflictDoUpdate({
      target: [knownDevices.tokenHash, knownDevices.userId],
      set: { lastUsedAt: raw`now()` },
    });
  return token;
}
