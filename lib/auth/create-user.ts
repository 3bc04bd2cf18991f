import { users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Role } from '@/lib/roles';
import { hashNewPassword } from './passwords';
import { UserInput } from './schema';

export type UserView = { id: string; email: string; name: string; role: Role };

/** @throws AppError conflict when the address has an account; ZodError on a bad field. */
export async function createUser(ctx: Context, input: UserInput): Promise<UserView> {
  const parsed = UserInput.parse(input);
  // Hashed first: a transaction awaits nothing but SQL.
  const passwordHash = await hashNewPassword(parsed.password, { ...parsed, companyIds: null });
  return mutation(ctx, 'user.create', async (tx) => {
    const user = await insertUser(tx, parsed, passwordHash);
    return { result: user, subjectId: user.id, after: user };
  });
}

type Inserted = Omit<UserInput, 'password'> & { companyIds?: string[] | null };

export async function insertUser(tx: Transaction, input: Inserted, passwordHash: string): Promise<UserView> {
  const { email, name, role, language = 'en', companyIds = null } = input;
  const [user] = await tx
    .insert(users)
    .values({ id: newId(), email, name, role, language, companyIds, passwordHash })
    .onConflictDoNothing()
    .returning({ id: users.id, email: users.email, name: users.name, role: users.role });
  if (!user) throw new AppError('conflict', `There is already an account for ${email}.`);
  return user;
}
