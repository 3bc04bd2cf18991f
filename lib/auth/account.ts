import { eq, sql as raw } from 'drizzle-orm';
import { users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import { findCompany } from '@/lib/companies/find';
import { notYours } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { hashNewPassword, verifyPassword } from './passwords';
import { personOf } from './person-of';
import type { PasswordInput, PreferencesInput } from './schema';
import { revokeOtherSessions } from './sessions';
import { countAttempt, forgetAttempts } from './throttle';
import { countNetworkAttempt, returnNetworkAttempt } from './throttle-network';

/** Only what is given changes. */
export async function updatePreferences(ctx: Context, input: PreferencesInput): Promise<PreferencesInput> {
  const { id, companyIds } = personOf(ctx);
  if (input.companyId && !(await findCompany(input.companyId)))
    throw invalid('companyId', 'no_company', { company: input.companyId });
  if (input.companyId !== undefined && companyIds && !companyIds.includes(input.companyId ?? ''))
    throw notYours(ctx, 'companyId');
  return mutation(ctx, 'account.update', async (tx) => {
    const columns = {
      name: users.name,
      language: users.language,
      mode: users.mode,
      companyId: users.companyId,
    };
    const [before] = await tx.select(columns).from(users).where(eq(users.id, id)).for('update');
    const [after] = await tx
      .update(users)
      .set({ ...input, updatedAt: raw`now()` })
      .where(eq(users.id, id))
      .returning(columns);
    return { result: after!, subjectId: id, before, after };
  });
}

/** Needs the current password (guesses are throttled as at sign-in) and ends the person's other sessions. */
export async function changePassword(ctx: Context, input: PasswordInput): Promise<void> {
  const { id, sessionId, label: email } = personOf(ctx);
  await countNetworkAttempt(ctx.ip);
  await countAttempt(email);
  const [user] = await db()
    .select({ hash: users.passwordHash, name: users.name })
    .from(users)
    .where(eq(users.id, id));
  if (!(await verifyPassword(user?.hash ?? null, input.currentPassword)))
    throw invalid('currentPassword', 'password');
  await Promise.all([forgetAttempts(email), returnNetworkAttempt(ctx.ip)]);
  const passwordHash = await hashNewPassword(input.newPassword, { name: user?.name, email }, 'newPassword');
  await mutation(ctx, 'account.change_password', async (tx) => {
    await tx.update(users).set({ passwordHash, updatedAt: raw`now()` }).where(eq(users.id, id));
    await revokeOtherSessions(tx, id, sessionId);
    return { result: undefined, subjectId: id };
  });
}
