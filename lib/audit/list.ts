import { and, desc, eq, gte, like, lt, or, sql as raw, type SQL } from 'drizzle-orm';
import { auditLog } from '@/drizzle/schema/audit';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { differences } from './differences';
import type { AuditEntry, AuditExport, AuditFilter } from './schema';

type Row = typeof auditLog.$inferSelect;

/** Who changed what, newest first. Of a company where the asker is bound to one. */
export async function listAudit(
  ctx: Context,
  { limit, cursor, ...filter }: AuditFilter,
): Promise<{ data: AuditEntry[]; nextCursor: string | null }> {
  const rows = await readAudit(ctx, filter, { before: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return { data: page.map(viewEntry), nextCursor: rows.length > limit ? page.at(-1)!.id : null };
}

export function readAudit(
  ctx: Context,
  { actor, action, subject, since, until }: AuditExport,
  { before, limit }: { before?: string; limit: number },
): Promise<Row[]> {
  const wanted: (SQL | undefined)[] = [
    ctx.companyId === null ? undefined : eq(auditLog.companyId, ctx.companyId),
    before ? lt(auditLog.id, before) : undefined,
    actor
      ? or(eq(auditLog.actorId, actor), eq(raw`lower(${auditLog.actorLabel})`, actor.toLowerCase()))
      : undefined,
    action
      ? or(eq(auditLog.action, action), like(auditLog.action, `${action.replaceAll(/[\\%_]/g, '\\$&')}.%`))
      : undefined,
    subject ? eq(auditLog.subjectId, subject) : undefined,
    since ? gte(auditLog.at, new Date(since)) : undefined,
    until ? lt(auditLog.at, new Date(until)) : undefined,
  ];
  return db()
    .select()
    .from(auditLog)
    .where(and(...wanted))
    .orderBy(desc(auditLog.id))
    .limit(limit);
}

export function viewEntry(row: Row): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { type: row.actorType, id: row.actorId, name: row.actorLabel },
    action: row.action,
    subject: { id: row.subjectId, name: nameOf(row.after) ?? nameOf(row.before) },
    changes: differences(row.before, row.after),
    requestId: row.requestId,
    ip: row.ip,
  };
}

function nameOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null) return null;
  const { name, email } = state as { name?: unknown; email?: unknown };
  return [name, email].find((value) => typeof value === 'string') ?? null;
}
