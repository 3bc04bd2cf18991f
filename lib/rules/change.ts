import { eq, sql } from 'drizzle-orm';
import { rules } from '@/drizzle/schema/rules';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFilter, companyFor } from '@/lib/companies/resolve';
import { mayChange } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { findType } from '@/lib/notifications/types/read';
import { readKind } from '@/lib/subject-kinds/change';
import { nextRun } from './clock';
import { checkRule } from './condition';
import { fireWithin } from './fire';
import { type Rule, readRule, rulesOf, viewRule } from './rows';
import type { RuleInput, RulePatch, RuleView } from './schema';

export async function listRules(
  ctx: Context,
  { company }: { company?: string | undefined },
): Promise<{ data: RuleView[] }> {
  return { data: await Promise.all((await rulesOf(await companyFilter(ctx, company))).map(viewRule)) };
}

/** @throws AppError not_found */
export async function getRule(ctx: Context, { id }: { id: string }): Promise<RuleView> {
  return viewRule(await readRule(ctx, id));
}

/** `start: 'new'`: who matches already is noted, and not told. @throws AppError not_found, forbidden, validation_failed */
export async function createRule(
  ctx: Context,
  { company, kind: ref, start, timeZone: asked, ...input }: RuleInput,
): Promise<RuleView> {
  const companyId = await companyFor(ctx, company);
  const kind = await readKind({ companyId: ctx.companyId ?? companyId }, ref);
  checkRule(input, kind.fields);
  await checkType(ctx, companyId, input.type);
  const timeZone = asked ?? (await settingsFor(companyId)).timeZone;
  const id = newId();
  const now = new Date();
  const nextRunAt = input.active ? nextRun(input.cron, timeZone, now) : null;
  const row = { ...input, id, companyId, kindId: kind.id, timeZone, nextRunAt };
  await mutation(ctx, 'rule.create', async (tx) => {
    const [after] = await tx
      .insert(rules)
      .values({ ...row, conditions: row.conditions as never })
      .returning();
    // With the rule itself: no run in between tells of who matched before.
    if (start === 'new')
      await fireWithin(tx, after as Rule, kind.fields, {
        ...{ plannedAt: now, now, by: ctx.actor.label },
        silent: true,
      });
    return { result: undefined, subjectId: id, ownerId: companyId, after };
  });
  return getRule(ctx, { id });
}

/** @throws AppError not_found, changed_meanwhile, forbidden, validation_failed */
export async function updateRule(
  ctx: Context,
  { id, version, ...patch }: RulePatch & { id: string },
): Promise<RuleView> {
  const { row, fields } = await readRule(ctx, id);
  mayChange(ctx, row.companyId);
  checkRule({ ...row, ...patch }, fields);
  if (patch.type) await checkType(ctx, row.companyId, patch.type);
  const save = () =>
    mutation(ctx, 'rule.update', async (tx) => {
      const [before] = await tx.select().from(rules).where(eq(rules.id, row.id)).for('update');
      if (!before) throw notFound('rule', id);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(rules)
        .set({
          ...(patch as object),
          nextRunAt: nextOf(before, { ...before, ...patch }),
          updatedAt: new Date(),
          version: sql`${rules.version} + 1`,
        })
        .where(eq(rules.id, row.id))
        .returning();
      return { result: undefined, subjectId: row.id, ownerId: row.companyId, before, after };
    });
  await explainStale(save, { ...patch, version }, () => getRule(ctx, { id }));
  return getRule(ctx, { id });
}

/** @throws AppError not_found, forbidden */
export async function deleteRule(ctx: Context, { id }: { id: string }): Promise<void> {
  const { row } = await readRule(ctx, id);
  mayChange(ctx, row.companyId);
  await mutation(ctx, 'rule.delete', async (tx) => {
    const [before] = await tx.delete(rules).where(eq(rules.id, row.id)).returning();
    return { result: undefined, subjectId: row.id, ownerId: row.companyId, before };
  });
}

type Timed = Pick<Rule, 'active' | 'cron' | 'timeZone' | 'nextRunAt'>;

/** A run whose time has come stays due, unless the clock itself is another one. */
function nextOf(before: Timed, { active, cron, timeZone }: Timed): Date | null {
  if (!active) return null;
  const isSame = before.active && cron === before.cron && timeZone === before.timeZone;
  return isSame ? before.nextRunAt : nextRun(cron, timeZone, new Date());
}

async function checkType(ctx: Context, companyId: string | null, type: string): Promise<void> {
  if (!(await findType(companyId, type, ctx.locale))) throw invalid('type', 'no_notification_type', { type });
}
