import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt, sql as raw } from 'drizzle-orm';
import { setupLinks, users } from '@/drizzle/schema/users';
import { sha256 } from '@/lib/crypto/compare';
import { db } from '@/lib/database/db';
import { paths } from '@/lib/paths';

const VALID_HOURS = 24;

/** The path of a one-time link that creates the first administrator; null once there is a user. */
export async function createSetupLink(): Promise<string | null> {
  if (await hasUsers()) return null;
  const token = randomBytes(32).toString('base64url');
  await db().delete(setupLinks).where(lt(setupLinks.expiresAt, raw`now()`));
  await db()
    .insert(setupLinks)
    .values({ tokenHash: sha256(token), expiresAt: new Date(Date.now() + VALID_HOURS * 3_600_000) });
  return paths.setup(token);
}

export type SetupLinkState = 'valid' | 'invalid' | 'done';

/** `done`: the system has a user already, so no link works any more. */
export async function setupLinkState(token: string): Promise<SetupLinkState> {
  if (await hasUsers()) return 'done';
  const [link] = await db()
    .select({ expiresAt: setupLinks.expiresAt })
    .from(setupLinks)
    .where(and(eq(setupLinks.tokenHash, sha256(token)), gt(setupLinks.expiresAt, raw`now()`)));
  return link ? 'valid' : 'invalid';
}

async function hasUsers(): Promise<boolean> {
  const [user] = await db().select({ id: users.id }).from(users).limit(1);
  return user !== undefined;
}
