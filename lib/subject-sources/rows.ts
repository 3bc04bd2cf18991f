import { and, desc, eq } from 'drizzle-orm';
import { subjectSources } from '@/drizzle/schema/subject-sources';
import { subjectKinds } from '@/drizzle/schema/subjects';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import { boundTo, type Context } from '@/lib/context';
import type { SealContext } from '@/lib/crypto/envelope';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { may } from '@/lib/permissions';
import type { Problem, SourceView } from './schema';

export type SourceRow = typeof subjectSources.$inferSelect;
export type FoundSource = { row: SourceRow; kind: string };

export function secretContext(rowId: string): SealContext {
  return { table: 'subject_sources', column: 'sealed_secret', rowId };
}

function read() {
  return db()
    .select({ row: subjectSources, kind: subjectKinds.key })
    .from(subjectSources)
    .innerJoin(subjectKinds, eq(subjectKinds.id, subjectSources.kindId));
}

/** The newest first; there are a few of them: no paging. */
export function sourcesOf(companyId: string | null): Promise<FoundSource[]> {
  return read()
    .where(scoped({ companyId }, subjectSources.companyId, 'shared'))
    .orderBy(desc(subjectSources.id));
}

/** @throws AppError not_found */
export async function readSource(ctx: Context, id: string): Promise<FoundSource> {
  const [found] = isUuid(id)
    ? await read().where(and(eq(subjectSources.id, id), scoped(ctx, subjectSources.companyId, 'shared')))
    : [];
  if (!found) throw notFound('subject_source', id);
  return found;
}

export async function findSource(id: string): Promise<FoundSource | undefined> {
  return (await read().where(eq(subjectSources.id, id)))[0];
}

/** An address may have a token in it: who cannot change it sees only whose it is. */
export async function viewSource(ctx: Context, { row, kind }: FoundSource): Promise<SourceView> {
  const company = await keyOf(row.companyId);
  const { id, title, columns, decimal, dates, cron, timeZone, active, result, version } = row;
  return {
    ...{ id, title, kind, columns, decimal, dates, cron, timeZone, active },
    url: seesAddress(ctx, row) ? row.url : withoutSecrets(row.url),
    nextReadAt: row.nextReadAt?.toISOString() ?? null,
    lastReadAt: row.lastReadAt?.toISOString() ?? null,
    problem: row.problem as Problem | null,
    result,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(company && { company }),
  };
}

/** `https://example.com/…`. */
export function withoutSecrets(url: string): string {
  return `${new URL(url).origin}/…`;
}

function seesAddress(ctx: Context, { companyId }: SourceRow): boolean {
  const bound = boundTo(ctx);
  if (bound && (companyId === null || !bound.includes(companyId))) return false;
  const { actor } = ctx;
  if (actor.type === 'user') return may(actor.role, 'subjects.write');
  return actor.type !== 'token' || actor.scopes.includes('subjects:write');
}
