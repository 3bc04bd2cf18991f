import { desc, eq } from 'drizzle-orm';
import { ruleRuns } from '@/drizzle/schema/rules';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { fireRule, lookAhead } from './fire';
import { readRule } from './rows';
import type { RunResult, RunView } from './schema';
import { tellWaiting } from './tell';

/** Now, whatever its clock says; `dryRun`: who would be told, and nobody is. @throws AppError not_found, forbidden */
export async function runRule(
  ctx: Context,
  { id, dryRun }: { id: string; dryRun: boolean },
): Promise<RunResult> {
  const { row, fields } = await readRule(ctx, id);
  const ahead = await lookAhead(ctx, row, fields);
  if (dryRun) return ahead;
  mayChange(ctx, row.companyId);
  const now = new Date();
  const ran = await fireRule(row, fields, { plannedAt: now, now, by: ctx.actor.label });
  await tellWaiting();
  return { dryRun: false, ...ran!, sample: ahead.sample };
}

/** The newest first. @throws AppError not_found */
export async function listRuns(ctx: Context, { id }: { id: string }): Promise<{ data: RunView[] }> {
  const { row } = await readRule(ctx, id);
  const runs = await db()
    .select()
    .from(ruleRuns)
    .where(eq(ruleRuns.ruleId, row.id))
    .orderBy(desc(ruleRuns.id))
    .limit(100);
  return {
    data: runs.map(({ ruleId: _rule, plannedAt, at, ...run }) => ({
      ...run,
      plannedAt: plannedAt.toISOString(),
      at: at.toISOString(),
    })),
  };
}
