import { inArray, max } from 'drizzle-orm';
import { sessions } from '@/drizzle/schema/users';
import { db } from '@/lib/database/db';

/** When each of them last opened a page; nobody whose sessions are long over and forgotten. */
export async function lastSeen(userIds: string[]): Promise<Map<string, Date>> {
  const rows = await db()
    .select({ id: sessions.userId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.userId, userIds))
    .groupBy(sessions.userId);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at]] : [])));
}
