import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { readSegment } from './change';
import { checkRules } from './check';
import { SEGMENT_MOST, type SegmentPreview, type SegmentPreviewInput, type SegmentRules } from './schema';
import { ofCompany, whereOf } from './where';

/** Whom rules that nobody has saved yet would be about. @throws AppError forbidden, validation_failed */
export async function previewSegment(
  ctx: Context,
  { rules, company }: SegmentPreviewInput,
): Promise<SegmentPreview> {
  const companyId = await companyFor(ctx, company);
  await checkRules(companyId, rules);
  return count(companyId, rules);
}

/** Whom a segment is about now. @throws AppError not_found */
export async function countSegment(ctx: Context, { id }: { id: string }): Promise<SegmentPreview> {
  const { companyId, rules } = await readSegment(ctx, id);
  return count(companyId, rules);
}

async function count(companyId: string | null, rules: SegmentRules): Promise<SegmentPreview> {
  const where = () => sql()`${ofCompany(companyId)} and ${whereOf(rules, { companyId, now: new Date() })}`;
  const [[counted], sample] = await Promise.all([
    sql()<{ count: number }[]>`
      select count(*)::int as count from (select from contacts c where ${where()} limit ${SEGMENT_MOST + 1}) as found`,
    sql()<SegmentPreview['sample']>`
      select c.id, c.name, c.email from contacts c where ${where()} order by c.id desc limit 20`,
  ]);
  const found = counted?.count ?? 0;
  return { count: Math.min(found, SEGMENT_MOST), more: found > SEGMENT_MOST, sample: [...sample] };
}
