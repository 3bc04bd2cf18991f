import { and, inArray, sql } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { findIds } from './find-ids';
import type { ManyInput } from './schema';
import type { Status } from './status';

const CHUNK = 500;

/** How many of those chosen are in a state from which it cannot be done, by state. */
export type Refused = Partial<Record<Status, number>>;

/**
 * Does something to the messages that are picked or that match, oldest first, at most `limit`, in chunks. What is in another state than
 * one of `from` is left alone and told; so is what came into one meanwhile, as `act` counts only what it did.
 */
export async function actOnMany(
  ctx: Context,
  { ids, match, limit, dryRun }: ManyInput,
  from: readonly Status[],
  act: (ids: string[]) => Promise<number>,
): Promise<{ matched: number; done: number; refused: Refused }> {
  const chosen = (ids ?? (await collect(ctx, match ?? {}, limit))).toSorted();
  const refused: Refused = {};
  let matched = 0;
  let done = 0;
  for (let at = 0; at < chosen.length; at += CHUNK) {
    const rows = await readStates(ctx, chosen.slice(at, at + CHUNK));
    const able = rows.filter(({ status }) => from.includes(status)).map(({ id }) => id);
    for (const { status } of rows) if (!from.includes(status)) refused[status] = (refused[status] ?? 0) + 1;
    matched += able.length;
    if (!dryRun && able.length > 0) done += await act(able);
  }
  return { matched, done, refused };
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

function readStates(ctx: Context, ids: string[]): Promise<{ id: string; status: Status }[]> {
  const status = sql<Status>`case when ${messages.claimedUntil} > now() and ${messages.dueAt} is not null then 'sending' else ${messages.status} end`;
  return db()
    .select({ id: messages.id, status })
    .from(messages)
    .where(and(inArray(messages.id, ids), scoped(ctx, messages.companyId)))
    .orderBy(messages.id);
}
