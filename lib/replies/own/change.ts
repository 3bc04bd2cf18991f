import { count, eq, sql } from 'drizzle-orm';
import { replyRules } from '@/drizzle/schema/reply-rules';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { withUnique } from '@/lib/database/with-unique';
import { invalid, notFound } from '@/lib/errors';
import { isUuid, newId } from '@/lib/ids';
import { FAMILIES } from '../families';
import type { ReplyCause } from '../meaning';
import { forgetReplyRules } from './current';
import { getReplyRule, type ReplyRuleRow } from './find';
import { isMailKind } from './match';
import { MOST_RULES, type ReplyRuleInput, type ReplyRulePatch, type ReplyRuleView } from './schema';

/** @throws AppError name_taken, forbidden, validation_failed */
export async function createReplyRule(ctx: Context, input: ReplyRuleInput): Promise<ReplyRuleView> {
  mayChange(ctx, null);
  checkFields(input);
  const id = newId();
  await withUniqueName(() =>
    mutation(ctx, 'reply_rule.create', async (tx) => {
      const [known] = await tx.select({ count: count() }).from(replyRules);
      if (known!.count >= MOST_RULES) throw invalid('name', 'too_many_rules', { max: MOST_RULES });
      const row = { ...input, id, changedBy: ctx.actor.label };
      await tx.insert(replyRules).values(row);
      return { result: undefined, subjectId: id, ownerId: null, after: input };
    }),
  );
  forgetReplyRules();
  return getReplyRule(ctx, { id });
}

/** @throws AppError not_found, name_taken, changed_meanwhile, forbidden, validation_failed */
export async function updateReplyRule(
  ctx: Context,
  { id, version, ...patch }: ReplyRulePatch & { id: string },
): Promise<ReplyRuleView> {
  const save = () =>
    mutation(ctx, 'reply_rule.update', async (tx) => {
      const before = await lock(tx, ctx, id);
      checkVersion(version, before.version);
      checkFields({ ...before, ...patch });
      const [after] = await tx
        .update(replyRules)
        .set({
          ...patch,
          changedBy: ctx.actor.label,
          version: sql`${replyRules.version} + 1`,
          updatedAt: new Date(),
        })
        .where(eq(replyRules.id, id))
        .returning();
      return {
        result: undefined,
        subjectId: id,
        ownerId: null,
        before: inAudit(before),
        after: inAudit(after!),
      };
    });
  await explainStale(
    () => withUniqueName(save),
    { ...patch, version },
    () => getReplyRule(ctx, { id }),
  );
  forgetReplyRules();
  return getReplyRule(ctx, { id });
}

/** What was judged by it stays as it was judged. @throws AppError not_found, forbidden */
export async function deleteReplyRule(ctx: Context, { id }: { id: string }): Promise<void> {
  await mutation(ctx, 'reply_rule.delete', async (tx) => {
    const before = await lock(tx, ctx, id);
    await tx.delete(replyRules).where(eq(replyRules.id, id));
    return { result: undefined, subjectId: id, ownerId: null, before: inAudit(before) };
  });
  forgetReplyRules();
}

async function lock(tx: Transaction, ctx: Context, id: string): Promise<ReplyRuleRow> {
  const [row] = isUuid(id)
    ? await tx.select().from(replyRules).where(eq(replyRules.id, id)).for('update')
    : [];
  if (!row) throw notFound('reply rule', id);
  mayChange(ctx, null);
  return row;
}

type Fields = Pick<ReplyRuleRow, 'appliesTo' | 'stage' | 'means' | 'permanent' | 'waitSeconds'>;

/** What of a rule would say nothing, or what its family denies. */
function checkFields({ appliesTo, stage, means, permanent, waitSeconds }: Fields): void {
  const isOfMail = isMailKind(means as ReplyRuleInput['means']);
  if (isOfMail && appliesTo !== 'bounce') throw invalid('appliesTo', 'not_for_meaning');
  if (isOfMail && stage !== null) throw invalid('stage', 'not_for_meaning');
  const always = isOfMail ? false : FAMILIES[means as ReplyCause].permanent;
  if (permanent !== null && always !== undefined && permanent !== always)
    throw invalid('permanent', 'not_for_meaning');
  const isForGood = isOfMail || (always ?? permanent) === true;
  if (waitSeconds !== null && isForGood) throw invalid('waitSeconds', 'not_for_meaning');
}

function inAudit(row: ReplyRuleRow) {
  const { id: _, changedBy: _b, createdAt: _c, updatedAt: _u, version: _v, ...rule } = row;
  return rule;
}

function withUniqueName<T>(work: () => Promise<T>): Promise<T> {
  return withUnique('reply_rules_name_key', { detail: 'There already is a rule of this name.' }, work);
}
