import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt, sql as raw } from 'drizzle-orm';
import { setupLinks, users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { db } from '@/lib/database/db';
import { paths } from '@/lib/paths';

const VALID_HOURS = 24;

/** The path of a one-time link that creates the first administrator, valid for 24 hours; null once there is a user. */
export async function createSetupLink(ctx: Context): Promise<string | null> {
  if (await isSetUp()) return null;
  const token = randomBytes(32).toString('base64url');
  return mutation(ctx, 'setup.link', async (tx) => {
    await tx.delete(setupLinks).where(lt(setupLinks.expiresAt, raw`now()`));
    const expiresAt = new Date(Date.now() + VALID_HOURS * 3_600_000);
    await tx.insert(setupLinks).values({ tokenHash: sha256(token), expiresAt });
    return { result: paths.setup(token), subjectId: null, after: { expiresAt: expiresAt.toISOString() } };
  });
}

export type SetupLinkState = 'valid' | 'invalid' | 'done';

/** `done`: the system has a user already, so no link works any more. */
export async function setupLinkState(token: string): Promise<SetupLinkState> {
  if (await isSetUp()) return 'done';
  const [link] = await db()
    .select({ expiresAt: setupLinks.expiresAt })
    .from(setupLinks)
    .where(and(eq(setupLinks.tokenHash, sha256(token)), gt(setupLinks.expiresAt, raw`now()`)));
  return link ? 'valid' : 'invalid';
}

/** Whether there is anybody who could sign in. */
export async function isSetUp(): Promise<boolean> {
  const [user] = await db().select({ id: users.id }).from(users).limit(1);
  return user !== undefined;
}
