import { and, desc, eq, inArray } from 'drizzle-orm';
import { rules } from '@/drizzle/schema/rules';
import { subjectKinds } from '@/drizzle/schema/subjects';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import { nextRuns } from './clock';
import type { Condition, RuleView } from './schema';

export type Rule = Omit<typeof rules.$inferSelect, 'conditions'> & { conditions: Condition[] };
export type Found = { row: Rule; kind: string; fields: SubjectField[] };

function read() {
  return db()
    .select({ row: rules, kind: subjectKinds.key, fields: subjectKinds.fields })
    .from(rules)
    .innerJoin(subjectKinds, eq(subjectKinds.id, rules.kindId));
}

export async function readRules(ids: string[]): Promise<Found[]> {
  return (await read().where(inArray(rules.id, ids))) as Found[];
}

/** The newest first; there are tens of them: no paging. */
export async function rulesOf(companyId: string | null): Promise<Found[]> {
  return (await read()
    .where(scoped({ companyId }, rules.companyId, 'shared'))
    .orderBy(desc(rules.id))) as Found[];
}

/** @throws AppError not_found */
export async function readRule(ctx: Context, id: string): Promise<Found> {
  const [found] = isUuid(id)
    ? await read().where(and(eq(rules.id, id), scoped(ctx, rules.companyId, 'shared')))
    : [];
  if (!found) throw notFound('rule', id);
  return found as Found;
}

export async function viewRule({ row, kind }: Found): Promise<RuleView> {
  const company = await keyOf(row.companyId);
  const { id, title, type, match, conditions, before, cron, timeZone, active, version } = row;
  const runs = active ? nextRuns(cron, timeZone, new Date(), 5) : [];
  return {
    ...{ id, title, kind, type, match, conditions, before, cron, timeZone, active },
    nextRuns: runs.map((at) => at.toISOString()),
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(company && { company }),
  };
}
