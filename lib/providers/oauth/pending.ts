import { createHash, randomBytes } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { oauthStates } from '@/drizzle/schema/oauth';
import { open, seal } from '@/lib/crypto/envelope';
import { db } from '@/lib/database/db';

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
  const stateHash = hashOf(state);
  await db().delete(oauthStates).where(lt(oauthStates.createdAt, LIFE));
  await db()
    .insert(oauthStates)
    .values({ stateHash, sealed: seal(JSON.stringify(pending), contextOf(stateHash)) });
  return state;
}

/** Once: a second call with the same state finds nothing, nor does one after ten minutes or from another session. */
export async function takePending(state: string, sessionId: string): Promise<Pending | null> {
  const stateHash = hashOf(state);
  const [row] = await db()
    .delete(oauthStates)
    .where(eq(oauthStates.stateHash, stateHash))
    .returning({ sealed: oauthStates.sealed, fresh: sql<boolean>`${oauthStates.createdAt} > ${LIFE}` });
  if (!row?.fresh) return null;
  const pending = Pending.parse(JSON.parse(open(row.sealed, contextOf(stateHash))));
  return pending.sessionId === sessionId ? pending : null;
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url');
}

/** No rotation of master keys opens it: it is over before an old key is taken away. */
function contextOf(stateHash: string) {
  return { table: 'oauth_states', column: 'sealed', rowId: stateHash };
}
