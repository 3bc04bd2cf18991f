import { asc, eq } from 'drizzle-orm';
import { replyRules } from '@/drizzle/schema/reply-rules';
import { CachedFor } from '@/lib/async/cached-for';
import { remember } from '@/lib/async/memory';
import { db } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import type { OwnRule } from './match';
import type { ReplyRuleView } from './schema';

const MAX_AGE_MS = 1_000;

const cache = new CachedFor<readonly OwnRule[]>(MAX_AGE_MS, read);
let last: readonly OwnRule[] = [];
remember(() => {
  last = [];
});

/**
 * Those that are on, in their order. Kept for a second per process: a change is felt everywhere within that time. Where they cannot be read
 * the last that were known hold: what a server said must be judged all the same.
 */
export async function currentReplyRules(): Promise<readonly OwnRule[]> {
  try {
    last = await cache.get(undefined);
  } catch (error) {
    log.warn('reply rules not read', { error: errorMessage(error) });
  }
  return last;
}

/** For the process that made the change. */
export function forgetReplyRules(): void {
  cache.forget();
}

async function read(): Promise<readonly OwnRule[]> {
  const rows = await db()
    .select()
    .from(replyRules)
    .where(eq(replyRules.active, true))
    .orderBy(asc(replyRules.position), asc(replyRules.id));
  return rows.map(toOwnRule);
}

function toOwnRule(row: typeof replyRules.$inferSelect): OwnRule {
  const { id, name, phrase, appliesTo, code, permanent, waitSeconds } = row;
  const stage = row.stage as ReplyRuleView['stage'];
  const means = row.means as ReplyRuleView['means'];
  return { id, name, phrase, appliesTo, stage, code, means, permanent, waitSeconds };
}
