import { and, eq, isNull, sql as raw } from 'drizzle-orm';
import { users } from '@/drizzle/schema/users';
import { accountKey } from '@/lib/auth/account-key';
import type { UserRow } from '@/lib/auth/change-user';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { isWithinReach } from './reach';

const LOCK = 7_355_613;

/** One change of who may what at a time: two administrators who remove each other would leave none. */
export async function lockPeople(tx: Transaction): Promise<void> {
  await tx.execute(raw`select pg_advisory_xact_lock(${LOCK})`);
}

/** By id or address; the row is held until the transaction ends. @throws AppError not_found */
export async function holdPerson(tx: Transaction, ctx: Context, ref: string): Promise<UserRow> {
  const named = isUuid(ref) ? eq(users.id, ref) : eq(users.emailKey, accountKey(ref));
  const [row] = await tx.select().from(users).where(named).for('update');
  if (!row || !isWithinReach(ctx, row)) throw notFound('person', ref);
  return row;
}

/** After a change, with the lock held. Who is limited to some companies cannot look after the system. @throws AppError conflict */
export async function keepAnAdministrator(tx: Transaction): Promise<void> {
  const isOne = and(eq(users.role, 'administrator'), eq(users.active, true), isNull(users.companyIds));
  const [left] = await tx.select({ id: users.id }).from(users).where(isOne).limit(1);
  if (left) return;
  const detail =
    'This is the last administrator for all companies. Make somebody else one first, or nobody could look after the system.';
  throw new AppError('conflict', detail, refusal('last_administrator'));
}
