import { count, eq, sql } from 'drizzle-orm';
import { reports } from '@/drizzle/schema/reports';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { cachedCompanies } from '@/lib/companies/cache';
import { companyFor } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { isLocale } from '@/lib/i18n/locales';
import { newId } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { firstDue } from './periods';
import { getReport, holdReport, inAudit, viewReport } from './rows';
import type { ReportInput, ReportPatch, ReportView } from './schema';

/** Each is work of some seconds at its hour. */
export const MOST_REPORTS = 100;

/** It comes first at its next hour. @throws AppError forbidden, validation_failed; conflict where there are too many */
export async function createReport(ctx: Context, { company, ...input }: ReportInput): Promise<ReportView> {
  const companyId = await companyFor(ctx, company);
  const own = companyId === null ? undefined : (await cachedCompanies()).get(companyId);
  const language = input.language ?? (isLocale(own?.language) ? own.language : ctx.locale);
  const timeZone = input.timeZone ?? (await settingsFor(companyId)).timeZone;
  const values = { ...input, language, timeZone, id: newId(), companyId };
  const nextAt = firstDue(values, new Date());
  const row = await mutation(ctx, 'report.create', async (tx) => {
    const [total] = await tx.select({ count: count() }).from(reports);
    if (total!.count >= MOST_REPORTS)
      throw new AppError(
        'conflict',
        `There are ${MOST_REPORTS} reports already.`,
        refusal('too_many_reports', { max: MOST_REPORTS }),
      );
    const [row] = await tx
      .insert(reports)
      .values({ ...values, nextAt })
      .returning();
    return { result: row!, subjectId: row!.id, ownerId: companyId, after: inAudit(row!) };
  });
  return viewReport(row);
}

/** With another rhythm, or taken up again, it comes at its next hour. @throws AppError not_found, changed_meanwhile, validation_failed */
export async function updateReport(
  ctx: Context,
  { id, version, ...patch }: ReportPatch & { id: string },
): Promise<ReportView> {
  const save = () =>
    mutation(ctx, 'report.update', async (tx) => {
      const before = await holdReport(tx, ctx, id);
      checkVersion(version, before.version);
      const wanted = { ...before, ...patch };
      const isAnew =
        (wanted.active && !before.active) ||
        (['frequency', 'hour', 'timeZone'] as const).some((name) => wanted[name] !== before[name]);
      const [after] = await tx
        .update(reports)
        .set({
          ...patch,
          ...(isAnew && { nextAt: firstDue(wanted, new Date()), heldUntil: null, problem: null }),
          version: sql`${reports.version} + 1`,
          updatedAt: new Date(),
        })
        .where(eq(reports.id, id))
        .returning();
      const told = { before: inAudit(before), after: inAudit(after!) };
      return { result: after!, subjectId: id, ownerId: before.companyId, ...told };
    });
  return viewReport(await explainStale(save, { ...patch, version }, () => getReport(ctx, { id })));
}

/** @throws AppError not_found */
export async function deleteReport(ctx: Context, { id }: { id: string }): Promise<void> {
  await mutation(ctx, 'report.delete', async (tx) => {
    const before = await holdReport(tx, ctx, id);
    await tx.delete(reports).where(eq(reports.id, id));
    return { result: undefined, subjectId: id, ownerId: before.companyId, before: inAudit(before) };
  });
}
