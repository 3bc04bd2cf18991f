import { and, eq, sql } from 'drizzle-orm';
import { reports } from '@/drizzle/schema/reports';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { ReportView } from './schema';

export type ReportRow = typeof reports.$inferSelect;

/** By name. Those of a company are its own; what is for all is for those who see all. */
export async function listReports(ctx: Context): Promise<{ data: ReportView[] }> {
  const rows = await db()
    .select()
    .from(reports)
    .where(scoped(ctx, reports.companyId))
    .orderBy(sql`lower(${reports.name})`, reports.id);
  return { data: await Promise.all(rows.map(viewReport)) };
}

/** @throws AppError not_found */
export async function getReport(ctx: Context, { id }: { id: string }): Promise<ReportView> {
  return viewReport(await readRow(ctx, id));
}

/** @throws AppError not_found */
export async function readRow(ctx: Context, id: string): Promise<ReportRow> {
  const [row] = isUuid(id) ? await db().select().from(reports).where(seen(ctx, id)) : [];
  if (!row) throw notFound('report', id);
  return row;
}

/** The row, held until the transaction ends. @throws AppError not_found */
export async function holdReport(tx: Transaction, ctx: Context, id: string): Promise<ReportRow> {
  const [row] = isUuid(id) ? await tx.select().from(reports).where(seen(ctx, id)).for('update') : [];
  if (!row) throw notFound('report', id);
  return row;
}

const seen = (ctx: Context, id: string) => and(eq(reports.id, id), scoped(ctx, reports.companyId));

export async function viewReport(row: ReportRow): Promise<ReportView> {
  const company = await keyOf(row.companyId);
  return {
    ...inAudit(row),
    id: row.id,
    nextAt: row.active ? row.nextAt.toISOString() : null,
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
    problem: row.active ? row.problem : null,
    ...(company && { company }),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** What a person sets. */
export function inAudit({ name, frequency, hour, timeZone, language, recipients, active }: ReportRow) {
  return { name, frequency, hour, timeZone, language, recipients, active };
}
