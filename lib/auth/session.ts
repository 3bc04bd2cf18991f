import { and, eq, inArray, isNotNull, isNull, sql as raw } from 'drizzle-orm';
import { getToken } from 'next-auth/jwt';
import { companies } from '@/drizzle/schema/companies';
import { secondFactors } from '@/drizzle/schema/second-factors';
import { sessions, users } from '@/drizzle/schema/users';
import { announce } from '@/lib/announcements/announce';
import { authSecret } from '@/lib/crypto/keyring';
import { db } from '@/lib/database/db';
import { isHttps } from '@/lib/env';
import { newId } from '@/lib/ids';
import type { Role } from '@/lib/roles';
import { needsSecondFactor } from './second-factor/required';
import { isLive } from './session-limits';

/** For so long what was confirmed counts: then what gives out access asks for the password again. */
export const CONFIRMED_MINUTES = 10;
/** `last_seen_at` is written at most this often: reading a page must not cost a write each time. */
const TOUCH_SECONDS = 60;

export type SessionUser = {
  sessionId: string;
  id: string;
  email: string;
  name: string;
  role: Role;
  language: 'en' | 'es';
  mode: 'admin' | 'technical';
  /** The company that this person looks at; null: all of them. */
  companyId: string | null;
  /** Those that this person is limited to; null: all of them. */
  companyIds: string[] | null;
  /** Showed within the last minutes that it is they, by signing in or by the password. */
  confirmed: boolean;
  /** The role needs a second factor, and there is none yet: nothing but setting one up. */
  mustAddFactor: boolean;
};

/** `__Host-` binds the cookie to this host, but browsers accept it over https only. */
export function sessionCookieName(): string {
  return isHttps() ? '__Host-relevo.session' : 'relevo.session';
}

/**
 * Who is signed in, asked anew from the database on every request, so that revoking a session or a person works at once.
 * The cookie is next-auth's encrypted JWT; all it holds is the id of a row of `sessions`.
 */
export async function readSession(
  headers: Headers,
  use: 'used' | 'unattended' = 'used',
): Promise<SessionUser | null> {
  const id = await sessionIdOf(headers);
  return id === null ? null : findSession(id, use);
}

/** What this browser's cookie holds, whether the session works or not. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  const name = sessionCookieName();
  const jwt = await getToken({
    req: { headers },
    secret: authSecret(),
    cookieName: name,
    salt: name,
    secureCookie: isHttps(),
  });
  return typeof jwt?.sid === 'string' ? jwt.sid : null;
}

/** `unattended`: asked by a page that refreshes itself, which is no sign that somebody is there. */
export async function findSession(
  sessionId: string,
  use: 'used' | 'unattended' = 'used',
): Promise<SessionUser | null> {
  const [row] = await db()
    .select({
      lastSeenAt: sessions.lastSeenAt,
      confirmed: raw<boolean>`${sessions.confirmedAt} > now() - make_interval(mins => ${CONFIRMED_MINUTES})`,
      user: users,
      companyId: companies.id,
      factorAt: secondFactors.confirmedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    // One that was deleted meanwhile is looked at by nobody.
    .leftJoin(companies, eq(companies.id, users.companyId))
    .leftJoin(secondFactors, and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt)))
    .where(and(eq(sessions.id, sessionId), await isLive(), eq(users.active, true)));
  if (!row) return null;
  if (use === 'used' && Date.now() - row.lastSeenAt.getTime() > TOUCH_SECONDS * 1000)
    await db().update(sessions).set({ lastSeenAt: raw`now()` }).where(eq(sessions.id, sessionId));
  const { id, email, name, role, language, mode, companyIds } = row.user;
  const companyId = lookedAt(row.companyId, companyIds);
  const mustAddFactor = row.factorAt === null && (await needsSecondFactor(role));
  const { confirmed } = row;
  return {
    sessionId,
    id,
    email,
    name,
    role,
    language,
    mode,
    companyId,
    companyIds,
    confirmed,
    mustAddFactor,
  };
}

/** Who is limited to some companies always looks at one of these, never at all. */
function lookedAt(chosen: string | null, companyIds: string[] | null): string | null {
  if (companyIds === null || (chosen !== null && companyIds.includes(chosen))) return chosen;
  return companyIds[0]!;
}

/** Who acts, as every verb wants to know it. */
export function actorOf({ id, email, role, sessionId, companyIds, confirmed }: SessionUser) {
  return { type: 'user' as const, id, label: email, role, sessionId, companyIds, confirmed };
}

/** Starts a session and returns its id, which is what the cookie holds. */
export async function startSession(
  userId: string,
  client: { ip: string | null; userAgent: string | null },
): Promise<string> {
  const id = newId();
  await db()
    .insert(sessions)
    .values({
      id,
      userId,
      ip: client.ip,
      userAgent: client.userAgent?.slice(0, 300) ?? null,
    });
  await db().update(users).set({ lastSignInAt: raw`now()` }).where(eq(users.id, userId));
  return id;
}

/** Whoever was signed in with this browser before is not any more: a session that no browser holds would live on until its limits. */
export async function endEarlierSession(headers: Headers, newId: string): Promise<void> {
  const earlier = await sessionIdOf(headers);
  if (earlier !== null && earlier !== newId) await revokeSessionById(earlier);
}

/** Signing out: the session ends, not only the cookie. */
export async function revokeSessionById(sessionId: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: raw`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
  announce('people');
}

/** Those of them that still work. */
export async function liveSessions(ids: string[]): Promise<Set<string>> {
  const rows = await db()
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(inArray(sessions.id, ids), await isLive(), eq(users.active, true)));
  return new Set(rows.map(({ id }) => id));
}
