import { and, desc, eq, isNull, ne, sql as raw } from 'drizzle-orm';
import { sessions } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import type { SessionEnd } from './change-user';
import { personOf } from './person-of';
import type { SessionRef, SessionView } from './schema';
import { isLive } from './session-limits';

/** The person's sessions that still work, newest use first. */
export async function listSessions(userId: string, currentId?: string): Promise<SessionView[]> {
  const rows = await db()
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), await isLive()))
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

/** Ends one of the person's own sessions; it is felt on that browser's next request. @throws AppError not_found */
export async function revokeSession(ctx: Context, { id }: SessionRef): Promise<void> {
  const person = personOf(ctx);
  await mutation(ctx, 'session.revoke', async (tx) => {
    if (!(await endOne(tx, person.id, id, 'elsewhere'))) throw notFound('session', id);
    return { result: undefined, subjectId: id };
  });
}

/** Ends all of the person's sessions but the one it is asked in. */
export async function revokeOthers(ctx: Context): Promise<{ ended: number }> {
  const { id, sessionId } = personOf(ctx);
  return mutation(ctx, 'session.revoke_others', async (tx) => {
    const ended = await revokeOtherSessions(tx, id, sessionId, 'elsewhere');
    return { result: { ended }, subjectId: id, after: { ended } };
  });
}

export async function endOne(
  tx: Transaction,
  userId: string,
  id: string,
  endReason: SessionEnd,
): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: raw`now()`, endReason })
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

async function revokeOtherSessions(
  tx: Transaction,
  userId: string,
  keepId: string,
  endReason: SessionEnd,
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: raw`now()`, endReason })
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keepId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}
