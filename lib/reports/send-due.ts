import { cachedCompanies } from '@/lib/companies/cache';
import { sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import { readReport } from './figures';
import { dueAfter } from './periods';
import type { ReportRow } from './rows';
import type { ReportProblem } from './schema';
import { sendReportOnce } from './send';

const AT_ONCE = 20;

/**
 * Each minute: what is due is sent, by whoever takes the row first; the others pass it over. After an outage one report comes, of the last period,
 * and not one for each that was missed. Without a provider that could carry it, it is tried again every quarter of an hour.
 */
export async function sendDueReports(now: Date): Promise<void> {
  const companies = await cachedCompanies();
  for (const row of await claimDue(now)) {
    if (row.companyId !== null && !companies.has(row.companyId))
      await sql()`update reports set active = false where id = ${row.id}`;
    else await settle(row, now, await attempt(row, now));
  }
}

/** Long enough for pictures and mails; whoever dies with it leaves it to the others then. */
function claimDue(now: Date) {
  return sql()<ReportRow[]>`
    update reports set held_until = now() + interval '5 minutes'
    where id in (
      select id from reports where active and next_at <= ${now}::timestamptz + interval '1 millisecond' and (held_until is null or held_until <= now())
      order by next_at limit ${AT_ONCE} for update skip locked)
    returning id, company_id as "companyId", name, frequency, hour, time_zone as "timeZone", language, recipients, active,
      next_at as "nextAt", held_until as "heldUntil", last_sent_at as "lastSentAt", problem, version, created_at as "createdAt", updated_at as "updatedAt"`;
}

/** One that fails keeps nobody from the others. */
async function attempt(row: ReportRow, now: Date): Promise<ReportProblem | null> {
  try {
    return (await sendReportOnce(row, await readReport(row, now))).problem;
  } catch (error) {
    log.error('a report could not be sent', { report: row.id, error });
    return 'failed';
  }
}

/** Nothing where somebody changed its rhythm meanwhile: it has another hour then. */
async function settle(row: ReportRow, now: Date, problem: ReportProblem | null): Promise<void> {
  if (problem)
    await sql()`
      update reports set problem = ${problem}, held_until = now() + interval '15 minutes' where id = ${row.id} and next_at = ${row.nextAt}`;
  else
    await sql()`
      update reports set problem = null, held_until = null, last_sent_at = now(), next_at = ${dueAfter(row, now)}
      where id = ${row.id} and next_at = ${row.nextAt}`;
}
