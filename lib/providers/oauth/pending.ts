import { createHash, randomBytes } from 'node:crypto';
import { and, eq, like, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { settings } from '@/drizzle/schema/settings';
import { open, seal } from '@/lib/crypto/envelope';
import { db } from '@/lib/database/db';

const PREFIX = 'oauth-state:';
const LIFE = sql`now() - interval '10 minutes'`;

const Pending = z.object({
  sessionId: z.string(),
  providerId: z.string(),
  verifier: z.string(),
  /** Of the provider when the browser was sent away: the token is for that server and that service only. */
  settings: z.record(z.string(), z.unknown()),
  back: z.string(),
});
export type Pending = z.infer<typeof Pending>;

/** Keeps what the way back needs, sealed, under the hash of a new `state`, which only the browser and the provider get to know. */
export async function keepPending(pending: Pending): Promise<string> {
  const state = randomBytes(32).toString('base64url');
  const key = keyOf(state);
  await db()
    .delete(settings)
    .where(and(like(settings.key, `${PREFIX}%`), lt(settings.updatedAt, LIFE)));
  await db()
    .insert(settings)
    .values({ key, value: seal(JSON.stringify(pending), contextOf(key)) });
  return state;
}

/** Once: a second call with the same state finds nothing, nor does one after ten minutes or from another session. */
export async function takePending(state: string, sessionId: string): Promise<Pending | null> {
  const key = keyOf(state);
  const [row] = await db()
    .delete(settings)
    .where(eq(settings.key, key))
    .returning({ value: settings.value, fresh: sql<boolean>`${settings.updatedAt} > ${LIFE}` });
  if (!row?.fresh) return null;
  const pending = Pending.parse(JSON.parse(open(String(row.value), contextOf(key))));
  return pending.sessionId === sessionId ? pending : null;
}

function keyOf(state: string): string {
  return PREFIX + createHash('sha256').update(state).digest('base64url');
}

/** As the rotation of master keys opens every sealed setting. */
function contextOf(key: string) {
  return { table: 'settings', column: 'value', rowId: key };
}
