import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';

/** Addresses that are asked and have not told anything so many times in a row. */
export function sourcesInNeed(
  ctx: Context,
  failures: number,
): Promise<{ id: string; name: string; count: number }[]> {
  return sql()`
    select id, title as name, failures as count from subject_sources
    where active and failures >= ${failures} and ${scopedSql(ctx, 'company_id', 'shared')}
    order by id`;
}
