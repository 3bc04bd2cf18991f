import { and, gt, isNull, sql as raw, type SQL } from 'drizzle-orm';
import { sessions } from '@/drizzle/schema/users';
import { currentSettings } from '@/lib/settings/current';

/** Asked of each session at each request: a limit that was changed holds for those that were begun before, too. */
export async function isLive(): Promise<SQL> {
  const { sessionIdleMinutes, sessionHours } = (await currentSettings()).security;
  return and(
    isNull(sessions.revokedAt),
    gt(sessions.lastSeenAt, raw`now() - make_interval(mins => ${sessionIdleMinutes})`),
    gt(sessions.createdAt, raw`now() - make_interval(hours => ${sessionHours})`),
  )!;
}
