import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alertRules } from '@/drizzle/schema/alerts';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFor } from '@/lib/companies/resolve';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { invalid, notFound } from '@/lib/errors';
import { isUuid, newId } from '@/lib/ids';
import { announce } from '@/lib/webhooks/announce';
import { checkFields } from './check-fields';
import { ALERT_KINDS, type AlertKind } from './kinds';
import { mailAlert } from './mail';
import type { RuleRow } from './measure';
import { inAudit, toDate, viewRule } from './rule-view';
import { sampleOf } from './sample';
import type { AlertRuleInput, AlertRulePatch, AlertRuleView, RuleTest } from './schema';
import { announced } from './tell';

/** Each is measured every minute. */
const MOST_RULES = 50;
const MINUTE_MS = 60_000;

function rulesOf(ctx: Context): SQL | undefined {
  return scoped(ctx, alertRules.companyId);
}

/** All of them, in the order in which they were made: there are tens, never thousands. */
export async function listAlertRules(ctx: Context): Promise<{ data: AlertRuleView[] }> {
  const rows = await db().select().from(alertRules).where(rulesOf(ctx)).orderBy(asc(alertRules.id));
  return { data: await Promise.all(rows.map(viewRule)) };
}

/** @throws AppError not_found */
export async function getAlertRule(ctx: Context, { id }: { id: string }): Promise<AlertRuleView> {
  return viewRule(await find(db(), ctx, id));
}

async function find(from: Pick<Transaction, 'select'>, ctx: Context, id: string): Promise<RuleRow> {
  const isSeen = and(eq(alertRules.id, id), rulesOf(ctx));
  const [row] = isUuid(id) ? await from.select().from(alertRules).where(isSeen) : [];
  if (!row) throw notFound('alert rule', id);
  return row;
}

/** @throws AppError forbidden, validation_failed for a company */
export async function createAlertRule(
  ctx: Context,
  { company, kind, mutedUntil, ...given }: AlertRuleInput,
): Promise<AlertRuleView> {
  const companyId = await companyFor(ctx, company);
  const values = {
    ...ALERT_KINDS[kind],
    ...checkFields(kind, {}, given),
    id: newId(),
    kind,
    companyId,
    mutedUntil: toDate(mutedUntil),
  };
  const row = await mutation(ctx, 'alert_rule.create', async (tx) => {
    await checkRoom(tx, companyId);
    const [row] = await tx.insert(alertRules).values(values).returning();
    return { result: row!, subjectId: row!.id, ownerId: companyId, after: inAudit(row!) };
  });
  return viewRule(row);
}

/** Of one company, or of what all share. */
async function checkRoom(tx: Transaction, companyId: string | null): Promise<void> {
  const { companyId: owner } = alertRules;
  const count = await tx.$count(alertRules, companyId === null ? isNull(owner) : eq(owner, companyId));
  if (count >= MOST_RULES) throw invalid('kind', 'too_many_rules', { max: MOST_RULES });
}

/** @throws AppError not_found, changed_meanwhile, forbidden, validation_failed */
export async function updateAlertRule(
  ctx: Context,
  { id, version, mutedUntil, ...patch }: AlertRulePatch & { id: string },
): Promise<AlertRuleView> {
  const save = () =>
    mutation(ctx, 'alert_rule.update', async (tx) => {
      const before = await find(tx, ctx, id);
      mayChange(ctx, before.companyId);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(alertRules)
        .set({
          ...checkFields(before.kind as AlertKind, before, patch),
          ...(mutedUntil !== undefined && { mutedUntil: toDate(mutedUntil) }),
          version: sql`${alertRules.version} + 1`,
          updatedAt: new Date(),
        })
        .where(eq(alertRules.id, id))
        .returning();
      const told = { before: inAudit(before), after: inAudit(after!) };
      return { result: after!, subjectId: id, ownerId: before.companyId, ...told };
    });
  return viewRule(await explainStale(save, { ...patch, version }, () => getAlertRule(ctx, { id })));
}

/** What it found is over. @throws AppError not_found, forbidden */
export async function deleteAlertRule(ctx: Context, { id }: { id: string }): Promise<void> {
  await mutation(ctx, 'alert_rule.delete', async (tx) => {
    const before = await find(tx, ctx, id);
    mayChange(ctx, before.companyId);
    await tx.delete(alertRules).where(eq(alertRules.id, id));
    return { result: undefined, subjectId: id, ownerId: before.companyId, before: inAudit(before) };
  });
}

/** What would be said if it fired now, to all that would hear it, as a test. @throws AppError not_found */
export async function testAlertRule(ctx: Context, { id }: { id: string }): Promise<RuleTest> {
  const rule = await mutation(ctx, 'alert_rule.test', async (tx) => {
    const rule = await find(tx, ctx, id);
    mayChange(ctx, rule.companyId);
    return { result: rule, subjectId: id, ownerId: rule.companyId };
  });
  const now = new Date();
  const alert = sampleOf(rule, now);
  const data = { ...(await announced(alert)), test: true };
  // Pressed twice, it goes out once.
  const key = `${rule.id} test ${Math.floor(now.getTime() / MINUTE_MS)}`;
  await announce({ type: 'alert.fired', key, companyId: rule.companyId, at: now, data });
  return rule.byMail ? mailAlert(alert, rule, 'test', key) : { sent: 0, problem: null };
}
