import { and, eq, inArray, isNull, or, sql as raw } from 'drizzle-orm';
import { users } from '@/drizzle/schema/users';
import { db } from '@/lib/database/db';
import { type Permission, rolesThatMay } from '@/lib/permissions';

export type AblePerson = { id: string; name: string; email: string; language: 'en' | 'es' };

/** Whoever may sign in and do this to what this company has; null: to what all companies share, which who is for some alone cannot. */
export function peopleWhoMay(permission: Permission, companyId: string | null): Promise<AblePerson[]> {
  const has = companyId === null ? undefined : raw`${companyId}::uuid = any(${users.companyIds})`;
  const { id, name, email, language } = users;
  return db()
    .select({ id, name, email, language })
    .from(users)
    .where(
      and(
        eq(users.active, true),
        inArray(users.role, rolesThatMay(permission)),
        or(isNull(users.companyIds), has),
      ),
    )
    .orderBy(id);
}
