import { eq, sql as raw } from 'drizzle-orm';
import { users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import { findCompany } from '@/lib/companies/find';
import { notYours } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { forgetDevices } from './known-devices';
import { hashNewPassword } from './passwords';
import { personOf } from './person-of';
import { proveSelf } from './prove-self';
import { renewSession } from './renew-session';
import type { PasswordInput, PreferencesInput } from './schema';

/** Only what is given changes. */
export async function updatePreferences(ctx: Context, input: PreferencesInput): Promise<PreferencesInput> {
  const { id, companyIds } = personOf(ctx);
  // First, or it would tell of companies beyond these which there are.
  if (input.companyId !== undefined && companyIds && !companyIds.includes(input.companyId ?? ''))
    throw notYours(ctx, 'companyId');
  if (input.companyId && !(await findCompany(input.companyId)))
    throw invalid('companyId', 'no_company', { company: input.companyId });
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

/**
 * Needs the current password, ends all sessions of the person and goes on in a new one, whose id is for the cookie. Browsers that were known have
 * to show themselves anew.
 */
export async function changePassword(ctx: Context, input: PasswordInput): Promise<{ sessionId: string }> {
  const { id, sessionId, label: email, companyIds = null } = personOf(ctx);
  await proveSelf(ctx, { password: input.currentPassword }, { field: 'currentPassword' });
  const [user] = await db().select({ name: users.name }).from(users).where(eq(users.id, id));
  const whose = { name: user?.name, email, companyIds };
  const passwordHash = await hashNewPassword(input.newPassword, whose, 'newPassword');
  return mutation(ctx, 'account.change_password', async (tx) => {
    await tx.update(users).set({ passwordHash, updatedAt: raw`now()` }).where(eq(users.id, id));
    const renewed = await renewSession(tx, id, sessionId, 'password');
    await forgetDevices(tx, id);
    return { result: { sessionId: renewed }, subjectId: id };
  });
}
