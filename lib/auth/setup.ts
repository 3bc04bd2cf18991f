import { and, eq, gt, sql as raw } from 'drizzle-orm';
import { setupLinks, users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { db, type Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { updateSettings } from '@/lib/settings/update';
import { insertUser, type UserView } from './create-user';
import { hashNewPassword } from './passwords';
import type { SetupInput } from './schema';

const LOCK = 7_355_609;

/** Uses up the link, creates the first administrator and keeps where the system stands. @throws AppError setup_done, not_found (wrong or expired link) */
export async function completeSetup(ctx: Context, input: SetupInput): Promise<UserView> {
  const { token, timeZone, currency, country, ...person } = input;
  // Whoever may not set up costs us no hash: this door is open to everybody.
  await admit(db(), token);
  const passwordHash = await hashNewPassword(person.password, { ...person, companyIds: null });
  const created = await mutation(ctx, 'setup.complete', async (tx) => {
    // Two links used at the same moment must not make two first administrators.
    await tx.execute(raw`select pg_advisory_xact_lock(${LOCK})`);
    await admit(tx, token);
    const user = await insertUser(tx, { ...person, role: 'administrator' }, passwordHash);
    await tx.delete(setupLinks);
    const actor = { type: 'user', id: user.id, label: user.email } as const;
    return { result: user, actor, subjectId: user.id, after: user };
  });
  if (timeZone || currency || country)
    await updateSettings(ctx, { general: { timeZone, currency, country } });
  return created;
}

async function admit(tx: Pick<Transaction, 'select'>, token: string): Promise<void> {
  const [someone] = await tx.select({ id: users.id }).from(users).limit(1);
  if (someone) throw new AppError('setup_done', 'Relevo is already set up. Sign in instead.');
  const [link] = await tx
    .select({ tokenHash: setupLinks.tokenHash })
    .from(setupLinks)
    .where(and(eq(setupLinks.tokenHash, sha256(token)), gt(setupLinks.expiresAt, raw`now()`)));
  if (!link) throw new AppError('not_found', 'This set-up link is wrong, used or expired.');
}
