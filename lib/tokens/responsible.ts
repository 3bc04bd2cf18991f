import { and, eq, inArray, isNull, or, sql as raw } from 'drizzle-orm';
import { users } from '@/drizzle/schema/users';
import { accountKey } from '@/lib/auth/account-key';
import { db, type Transaction } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { rolesThatMay } from '@/lib/permissions';
import type { TokenRow } from './rows';

/** Somebody to write to. */
export type Person = { id: string; name: string; email: string; language: 'en' | 'es' };

const isAble = and(eq(users.active, true), inArray(users.role, rolesThatMay('tokens.write')));

/** Of those who are limited to some companies only whoever has this one; null: it is for all of them. */
function sees(companyId: string | null) {
  const has = companyId === null ? undefined : raw`${companyId}::uuid = any(${users.companyIds})`;
  return or(isNull(users.companyIds), has);
}

/** By address or id, of those who may sign in and change tokens of this company. @throws AppError validation_failed */
export async function idOfPerson(tx: Transaction, ref: string, companyId: string | null): Promise<string> {
  const [found] = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(isAble, sees(companyId), or(eq(users.emailKey, accountKey(ref)), eq(raw`${users.id}::text`, ref))),
    );
  if (!found) throw invalid('responsible', 'no_person', { person: ref });
  return found.id;
}

/** Who is told of a token: the person chosen, else who made it; where neither is able to act any more, every administrator. */
export async function peopleFor({
  responsibleId,
  createdBy,
  companyId,
}: Pick<TokenRow, 'responsibleId' | 'createdBy' | 'companyId'>): Promise<Person[]> {
  const named = [responsibleId, createdBy].filter((id) => id !== null);
  const { id, name, email, language, role } = users;
  const rows = await db()
    .select({ id, name, email, language })
    .from(users)
    .where(and(isAble, sees(companyId), or(inArray(id, named), eq(role, 'administrator'))))
    .orderBy(id);
  for (const one of named) {
    const found = rows.find((person) => person.id === one);
    if (found) return [found];
  }
  return rows;
}
