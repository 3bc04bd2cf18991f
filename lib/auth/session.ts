import { and, eq, gt, isNull, sql as raw } from 'drizzle-orm';
import { getToken } from 'next-auth/jwt';
import { companies } from '@/drizzle/schema/companies';
import { sessions, users } from '@/drizzle/schema/users';
import { authSecret } from '@/lib/crypto/keyring';
import { db } from '@/lib/database/db';
import { isHttps } from '@/lib/env';
import { newId } from '@/lib/ids';
import type { Role } from '@/lib/roles';

export const SESSION_HOURS = 12;
const IDLE_MINUTES = 120;
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
};

/** `__Host-` binds the cookie to this host, but browsers accept it over https only. */
export function sessionCookieName(): string {
  return isHttps() ? '__Host-relevo.session' : 'relevo.session';
}

/**
 * Who is signed in, asked anew from the database on every request, so that revoking a session or a person works at once.
 * The cookie is next-auth's encrypted JWT; all it holds is the id of a row of `sessions`.
 */
export async function readSession(headers: Headers): Promise<SessionUser | null> {
  const name = sessionCookieName();
  const jwt = await getToken({
    req: { headers },
    secret: authSecret(),
    cookieName: name,
    salt: name,
    secureCookie: isHttps(),
  });
  return typeof jwt?.sid === 'string' ? findSession(jwt.sid) : null;
}

export async function findSession(sessionId: string): Promise<SessionUser | null> {
  const [row] = await db()
    .select({ session: sessions, user: users, companyId: companies.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    // One that was deleted meanwhile is looked at by nobody.
    .leftJoin(companies, eq(companies.id, users.companyId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, raw`now()`),
        gt(sessions.lastSeenAt, raw`now() - make_interval(mins => ${IDLE_MINUTES})`),
        eq(users.active, true),
      ),
    );
  if (!row) return null;
  if (Date.now() - row.session.lastSeenAt.getTime() > TOUCH_SECONDS * 1000)
    await db().update(sessions).set({ lastSeenAt: raw`now()` }).where(eq(sessions.id, sessionId));
  const { id, email, name, role, language, mode, companyIds } = row.user;
  const companyId = lookedAt(row.companyId, companyIds);
  return { sessionId, id, email, name, role, language, mode, companyId, companyIds };
}

/** Who is limited to some companies always looks at one of these, never at all. */
function lookedAt(chosen: string | null, companyIds: string[] | null): string | null {
  if (companyIds === null || (chosen !== null && companyIds.includes(chosen))) return chosen;
  return companyIds[0]!;
}

/** Who acts, as every verb wants to know it. */
export function actorOf({ id, email, role, sessionId, companyIds }: SessionUser) {
  return { type: 'user' as const, id, label: email, role, sessionId, companyIds };
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
      expiresAt: new Date(Date.now() + SESSION_HOURS * 3_600_000),
    });
  await db().update(users).set({ lastSignInAt: raw`now()` }).where(eq(users.id, userId));
  return id;
}

/** Signing out: the session ends, not only the cookie. */
export async function revokeSessionById(sessionId: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: raw`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}
