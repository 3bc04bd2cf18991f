import { sql } from '@/lib/database/db';

/** A year and a month: long enough to compare with the same month of the last one. */
const DAYS = 396;

/** Reports with their rows, and addresses that no row names any more. */
export async function forgetOldReports(): Promise<void> {
  await sql()`delete from domain_reports where ends_at < now() - ${DAYS} * interval '1 day'`;
  await sql()`
    delete from domain_sources s
    where not exists (select from domain_report_rows r where r.domain_id = s.domain_id and r.address = s.address)`;
}
