import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { findIds } from './find-ids';
import type { ManyInput } from './schema';
import type { Status } from './status';

const CHUNK = 500;

/** With how many of those chosen it cannot be done, or is done, by state. */
export type ByState = Partial<Record<Status, number>>;

/** A condition on a row of `messages` beside the states from which it can be done. */
type Possible = { from: readonly Status[]; when?: SQL };

/**
 * Does something to the messages that are picked or that match, oldest first, at most `limit`, in chunks. What it cannot be done with
 * is left alone and told; so is what came into another state meanwhile, as `act` counts only what it did.
 */
export async function actOnMany(
  ctx: Context,
  { ids, match, limit, dryRun }: ManyInput,
  possible: Possible,
  act: (ids: string[]) => Promise<number>,
): Promise<{ matched: number; done: number; able: ByState; refused: ByState }> {
  const chosen = (ids ?? (await collect(ctx, match ?? {}, limit))).toSorted();
  const counted = { able: {} as ByState, refused: {} as ByState };
  let matched = 0;
  let done = 0;
  for (let at = 0; at < chosen.length; at += CHUNK) {
    const rows = await readStates(ctx, chosen.slice(at, at + CHUNK), possible);
    const able = rows.filter((row) => row.able).map(({ id }) => id);
    for (const row of rows) {
      const counts = counted[row.able ? 'able' : 'refused'];
      counts[row.status] = (counts[row.status] ?? 0) + 1;
    }
    matched += able.length;
    if (!dryRun && able.length > 0) done += await act(able);
  }
  return { matched, done, ...counted };
}

async function collect(
  ctx: Context,
  match: NonNullable<ManyInput['match']>,
  limit: number,
): Promise<string[]> {
  const found: string[] = [];
  for await (const ids of findIds(ctx, match, CHUNK)) {
    found.push(...ids);
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

async function readStates(ctx: Context, ids: string[], { from, when }: Possible) {
  const status = sql<Status>`case when ${messages.claimedUntil} > now() and ${messages.dueAt} is not null then 'sending' else ${messages.status} end`;
  const rows = await db()
    .select({ id: messages.id, status, fits: sql<boolean>`${when ?? sql`true`}` })
    .from(messages)
    .where(and(inArray(messages.id, ids), scoped(ctx, messages.companyId)))
    .orderBy(messages.id);
  return rows.map(({ id, status, fits }) => ({ id, status, able: fits && from.includes(status) }));
}
