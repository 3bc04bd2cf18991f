import { asc, eq } from 'drizzle-orm';
import { replyRules } from '@/drizzle/schema/reply-rules';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { ReplyRuleView } from './schema';

export type ReplyRuleRow = typeof replyRules.$inferSelect;

/** All of them, in the order in which they are asked; there are two hundred at most: no paging. */
export async function listReplyRules(_ctx: Context): Promise<{ data: ReplyRuleView[] }> {
  const rows = await db().select().from(replyRules).orderBy(asc(replyRules.position), asc(replyRules.id));
  return { data: rows.map(viewReplyRule) };
}

/** @throws AppError not_found */
export async function getReplyRule(_ctx: Context, { id }: { id: string }): Promise<ReplyRuleView> {
  const [row] = isUuid(id) ? await db().select().from(replyRules).where(eq(replyRules.id, id)) : [];
  if (!row) throw notFound('reply rule', id);
  return viewReplyRule(row);
}

function viewReplyRule(row: ReplyRuleRow): ReplyRuleView {
  return {
    ...row,
    stage: row.stage as ReplyRuleView['stage'],
    means: row.means as ReplyRuleView['means'],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
