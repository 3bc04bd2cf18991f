import { eq, sql as raw } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import type { Actor } from '@/lib/context';
import { safeEqual, sha256 } from '@/lib/crypto/compare';
import { db } from '@/lib/database/db';
import { log } from '@/lib/log';
import { parseToken } from './format';

type TokenRow = typeof tokens.$inferSelect;

/** A token is looked up at most this often; a revocation is felt everywhere within that time. */
const CACHE_MS = 2_000;
const TOUCH_MS = 60_000;

const cache = new Map<string, { row: TokenRow | undefined; readAt: number }>();
const touched = new Map<string, number>();

/** Who has a token, and the company that it is bound to. */
type Holder = { actor: Extract<Actor, { type: 'token' }>; companyId: string | null };

/** The holder of a valid token, or null. */
export async function verifyToken(token: string, ip: string | null): Promise<Holder | null> {
  const parsed = parseToken(token);
  if (!parsed) return null;
  const row = await findByPublicId(parsed.publicId);
  if (!row || !safeEqual(row.tokenHash, sha256(token))) return null;
  if (row.revokedAt || (row.expiresAt && row.expiresAt.getTime() <= Date.now())) return null;
  touch(row.id, ip);
  const { id, name, scopes, companyId } = row;
  return { actor: { type: 'token', id, label: name, scopes }, companyId };
}

export function forgetToken(publicId: string): void {
  cache.delete(publicId);
}

async function findByPublicId(publicId: string): Promise<TokenRow | undefined> {
  const cached = cache.get(publicId);
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.row;
  const [row] = await db().select().from(tokens).where(eq(tokens.publicId, publicId));
  if (cache.size > 1000) cache.clear();
  cache.set(publicId, { row, readAt: Date.now() });
  return row;
}

/** "Last used" is for people: once a minute is enough, and a failure must not fail the request. */
function touch(id: string, ip: string | null): void {
  if (Date.now() - (touched.get(id) ?? 0) < TOUCH_MS) return;
  touched.set(id, Date.now());
  db()
    .update(tokens)
    .set({ lastUsedAt: raw`now()`, lastUsedIp: ip })
    .where(eq(tokens.id, id))
    .catch((error: unknown) => log.warn('token use not recorded', { error }));
}
