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
import { fireRule } from './fire';
import { readRule, rulesOf, viewRule } from './rows';
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
  const row = { ...input, id, companyId, kindId: kind.id, timeZone };
  await mutation(ctx, 'rule.create', async (tx) => {
    await tx.insert(rules).values({ ...row, conditions: row.conditions as never, nextRunAt: null });
    return { result: undefined, subjectId: id, ownerId: companyId, after: row };
  });
  if (start === 'new') {
    const { row: stored, fields } = await readRule(ctx, id);
    const now = new Date();
    await fireRule(stored, fields, { plannedAt: now, now, by: ctx.actor.label, silent: true });
  }
  // Only now: nobody who matched before is told by a run in between.
  await schedule(ctx, id);
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
        .set({ ...(patch as object), updatedAt: new Date(), version: sql`${rules.version} + 1` })
        .where(eq(rules.id, row.id))
        .returning();
      return { result: undefined, subjectId: row.id, ownerId: row.companyId, before, after };
    });
  await explainStale(save, { ...patch, version }, () => getRule(ctx, { id }));
  await schedule(ctx, row.id);
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

async function schedule(ctx: Context, id: string): Promise<void> {
  const { row } = await readRule(ctx, id);
  const nextRunAt = row.active ? nextRun(row.cron, row.timeZone, new Date()) : null;
  await mutation(ctx, 'rule.schedule', async (tx) => {
    await tx.update(rules).set({ nextRunAt }).where(eq(rules.id, id));
    return { result: undefined, subjectId: id, ownerId: row.companyId, after: { nextRunAt } };
  });
}

async function checkType(ctx: Context, companyId: string | null, type: string): Promise<void> {
  if (!(await findType(companyId, type, ctx.locale))) throw invalid('type', 'no_notification_type', { type });
}
