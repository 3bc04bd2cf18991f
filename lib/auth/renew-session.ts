import { eq } from 'drizzle-orm';
import { sessions } from '@/drizzle/schema/users';
import type { Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { endSessions, type SessionEnd } from './change-user';

/** Ends all sessions of the person and goes on in a new one, with what the present one had: whoever has a copy of any is out. Its id is for the cookie. */
export async function renewSession(
  tx: Transaction,
  userId: string,
  sessionId: string,
  endReason?: SessionEnd,
): Promise<string> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session || session.userId !== userId || session.revokedAt)
    throw new AppError('unauthorized', 'Sign in again.');
  await endSessions(tx, userId, endReason);
  const id = newId();
  await tx.insert(sessions).values({ ...session, id });
  return id;
}
