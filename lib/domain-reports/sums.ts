import type { StoredTlsFailure } from '@/drizzle/schema/domain-reports';
import { sql } from '@/lib/database/db';

export const SOURCE_KINDS = ['own', 'provider', 'service', 'forwarder', 'stranger', 'unknown'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Mail of one address that was judged alike, over all reports of a time. */
export type Sum = {
  address: string;
  kind: SourceKind;
  name: string | null;
  ptr: string | null;
  messages: number;
  dkim: boolean;
  spf: boolean;
  disposition: 'none' | 'quarantine' | 'reject';
  dkimResult: string | null;
  dkimDomain: string | null;
  spfResult: string | null;
  spfDomain: string | null;
};

/** What strangers write may have any number of shapes. */
const MOST_SUMS = 20_000;

/** `from`, `to`: days, both within. */
export async function sumRows(domainId: string, from: string, to: string): Promise<Sum[]> {
  return sql()<Sum[]>`
    select r.address, s.kind, s.name, s.ptr, sum(r.messages)::float8 as messages, r.dkim, r.spf, r.disposition,
      r.dkim_result as "dkimResult", r.dkim_domain as "dkimDomain", r.spf_result as "spfResult", r.spf_domain as "spfDomain"
    from domain_report_rows r join domain_sources s using (domain_id, address)
    where r.domain_id = ${domainId} and r.day between ${from}::date and ${to}::date
    group by r.address, s.kind, s.name, s.ptr, r.dkim, r.spf, r.disposition, r.dkim_result, r.dkim_domain, r.spf_result, r.spf_domain
    order by sum(r.messages) desc limit ${MOST_SUMS}`;
}

export type DaySum = { day: string; kind: SourceKind; messages: number; failed: number };

export async function sumDays(domainId: string, from: string, to: string): Promise<DaySum[]> {
  return sql()<DaySum[]>`
    select r.day::text as day, s.kind, sum(r.messages)::float8 as messages,
      coalesce(sum(r.messages) filter (where not r.dkim and not r.spf), 0)::float8 as failed
    from domain_report_rows r join domain_sources s using (domain_id, address)
    where r.domain_id = ${domainId} and r.day between ${from}::date and ${to}::date
    group by r.day, s.kind order by r.day`;
}

export type ReportHead = {
  id: string;
  kind: 'dmarc' | 'tls';
  reporter: string;
  reportId: string;
  beginsAt: Date;
  endsAt: Date;
  policy: { policy: 'none' | 'quarantine' | 'reject'; testing: boolean } | null;
  messages: number;
  passed: number;
  failures: StoredTlsFailure[];
};

const MOST_REPORTS = 1_000;

/** Newest first. */
export async function listReports(domainId: string, from: string): Promise<ReportHead[]> {
  return sql()<ReportHead[]>`
    select id, kind, reporter, report_id as "reportId", begins_at as "beginsAt", ends_at as "endsAt", policy,
      messages::float8 as messages, passed::float8 as passed, failures
    from domain_reports where domain_id = ${domainId} and ends_at >= ${from}::date
    order by ends_at desc, id desc limit ${MOST_REPORTS}`;
}

/** When the first report that is kept begins; null: there is none. */
export async function firstReport(domainId: string): Promise<Date | null> {
  const [row] = await sql()<{ at: Date | null }[]>`
    select min(begins_at) as at from domain_reports where domain_id = ${domainId} and kind = 'dmarc'`;
  return row?.at ?? null;
}
