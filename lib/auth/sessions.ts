import { and, desc, eq, gt, isNull, ne, sql as raw } from 'drizzle-orm';
import { sessions } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import type { SessionRef, SessionView } from './schema';

/** The person's sessions that still work, newest use first. */
export async function listSessions(userId: string, currentId: string): Promise<SessionView[]> {
  const rows = await db()
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, raw`now()`)))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
  return rows.map((row) => ({
    id: row.id,
    ip: row.ip,
    userAgent: row.userAgent,
    current: row.id === currentId,
    lastSeenAt: row.lastSeenAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }));
}

/** Ends one of the person's own sessions; it is felt on that browser's next request. */
export async function revokeSession(ctx: Context, { id }: SessionRef): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== 'user') throw new AppError('forbidden', 'Only a person has sessions.');
  await mutation(ctx, 'session.revoke', async (tx) => {
    const revoked = await tx
      .update(sessions)
      .set({ revokedAt: raw`now()` })
      .where(and(eq(sessions.id, id), eq(sessions.userId, actor.id), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (revoked.length === 0) throw notFound('session', id);
    return { result: undefined, subjectId: id };
  });
}

export async function revokeOtherSessions(tx: Transaction, userId: string, keepId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: raw`now()` })
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keepId), isNull(sessions.revokedAt)));
}
