import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { alerts } from '@/drizzle/schema/alerts';
import { mutation } from '@/lib/audit/mutation';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { AlertKind } from './kinds';
import type { AlertRow } from './mail';
import type { AlertFilter, AlertView } from './schema';
import { titleOf, todoOf } from './text';

/** Open and past ones, the newest first. Of a company where the asker is bound to one. */
export async function listAlerts(
  ctx: Context,
  { state, limit, cursor }: AlertFilter,
): Promise<{ data: AlertView[]; nextCursor: string | null }> {
  const rows = await db()
    .select()
    .from(alerts)
    .where(
      and(
        scoped(ctx, alerts.companyId),
        state ? (state === 'open' ? isNull(alerts.resolvedAt) : isNotNull(alerts.resolvedAt)) : undefined,
        cursor ? lt(alerts.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(alerts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: await Promise.all(page.map((row) => viewAlert(ctx, row))),
    nextCursor: rows.length > limit ? page.at(-1)!.id : null,
  };
}

/** Somebody looks after it: no more reminders, until it is over. @throws AppError not_found */
export async function acknowledgeAlert(ctx: Context, { id }: { id: string }): Promise<AlertView> {
  if (!isUuid(id)) throw notFound('alert', id);
  const row = await mutation(ctx, 'alert.acknowledge', async (tx) => {
    const [after] = await tx
      .update(alerts)
      .set({ acknowledgedAt: new Date(), acknowledgedBy: ctx.actor.label })
      .where(and(eq(alerts.id, id), scoped(ctx, alerts.companyId)))
      .returning();
    if (!after) throw notFound('alert', id);
    return { result: after, subjectId: id, ownerId: after.companyId, after: { kind: after.kind } };
  });
  return viewAlert(ctx, row);
}

async function viewAlert(ctx: Context, row: AlertRow): Promise<AlertView> {
  const kind = row.kind as AlertKind;
  const company = await keyOf(row.companyId);
  return {
    id: row.id,
    ruleId: row.ruleId,
    kind,
    severity: row.severity,
    state: row.resolvedAt ? 'resolved' : 'open',
    values: row.values,
    title: titleOf(ctx.locale, kind, row.values),
    todo: todoOf(ctx.locale, kind, row.values),
    firedAt: row.firedAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy,
    toldAt: row.toldAt?.toISOString() ?? null,
    mailProblem: row.resolvedAt ? null : (row.mailProblem as AlertView['mailProblem']),
    ...(company && { company }),
  };
}
