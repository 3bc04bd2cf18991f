import { eq, sql as raw } from 'drizzle-orm';
import { sessions, users } from '@/drizzle/schema/users';
import { db } from '@/lib/database/db';
import { currentSettings } from '@/lib/settings/current';
import { sessionIdOf } from './session';

export const END_REASONS = [
  'elsewhere',
  'administrator',
  'password',
  'rights',
  'deactivated',
  'hours',
  'idle',
  'ended',
] as const;
/** Why a session is over, for the sign-in page to say. */
export type EndReason = (typeof END_REASONS)[number];

/** Null: this browser has no session to have ended, or one that works. */
export async function whyEnded(headers: Headers): Promise<EndReason | null> {
  const id = await sessionIdOf(headers);
  if (id === null) return null;
  const { sessionHours } = (await currentSettings()).security;
  const [row] = await db()
    .select({
      reason: sessions.endReason,
      revokedAt: sessions.revokedAt,
      old: raw<boolean>`${sessions.createdAt} <= now() - make_interval(hours => ${sessionHours})`,
      active: users.active,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, id));
  if (!row) return 'ended';
  if (!row.active) return 'deactivated';
  if (row.revokedAt) return row.reason ?? 'ended';
  return row.old ? 'hours' : 'idle';
}
