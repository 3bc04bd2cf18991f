import { sql } from '@/lib/database/db';

const KEPT_DAYS = 365;

/** At night: what was over a year ago, and rules of companies that are gone. */
export async function forgetOldAlerts(): Promise<void> {
  await sql()`delete from alerts where resolved_at < now() - make_interval(days => ${KEPT_DAYS})`;
  await sql()`
    delete from alert_rules r where company_id is not null and not exists (select from companies c where c.id = r.company_id)`;
}
