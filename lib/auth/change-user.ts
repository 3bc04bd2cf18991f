import { and, eq, isNull, sql as raw } from 'drizzle-orm';
import { sessions, users } from '@/drizzle/schema/users';
import type { Transaction } from '@/lib/database/db';

export type UserRow = typeof users.$inferSelect;
type Changes = Partial<Pick<UserRow, 'name' | 'role' | 'companyIds' | 'active' | 'passwordHash'>>;

/** For `lib/people`, which says who may. */
export async function changeUser(tx: Transaction, id: string, changes: Changes): Promise<UserRow> {
  const [row] = await tx
    .update(users)
    .set({ ...changes, updatedAt: raw`now()` })
    .where(eq(users.id, id))
    .returning();
  return row!;
}

/** Why a session was ended by somebody; the person is told so at sign-in. */
export type SessionEnd = NonNullable<(typeof sessions.$inferSelect)['endReason']>;

/** Felt with the next request of each. */
export async function endSessions(tx: Transaction, userId: string, endReason?: SessionEnd): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: raw`now()`, endReason })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}
