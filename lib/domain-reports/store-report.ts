import { and, eq, inArray } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { announce } from '@/lib/announcements/announce';
import { Breath } from '@/lib/async/breath';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';
import { newId } from '@/lib/ids';
import type { Report, ReportRow } from './report';

/** `no_domain`: none of ours, or not of whom the reader works for; `too_many`: somebody floods. */
export const EFFECTS = ['noted', 'repeated', 'no_domain', 'too_many', 'refused', 'would_be_noted'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Anybody may mail reports: of one domain no more than all receivers of the world send together. */
const MOST_A_DAY = 1_000;
const MOST_ROWS = 5_000;

/**
 * Keeps a report at the domain that it is on, in one statement; one that came before changes nothing. A shared reader keeps it at each
 * company that has the domain; a company's reader at its own alone.
 */
export async function storeReport(
  ctx: Pick<Context, 'companyId'>,
  report: Report,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<Effect> {
  const ids = await findDomains(ctx, report.domain);
  if (ids.length === 0) return 'no_domain';
  if (dryRun) return 'would_be_noted';
  const effects: Effect[] = [];
  for (const id of ids) effects.push(await keep(id, report));
  return (['noted', 'too_many'] as const).find((effect) => effects.includes(effect)) ?? 'repeated';
}

/** The domain, else the nearest above or below it that is here: one of `mail.example.com` is told of in the report of `example.com`. */
async function findDomains({ companyId }: Pick<Context, 'companyId'>, name: string): Promise<string[]> {
  const labels = name.split('.');
  const above = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
  const own = companyId === null ? undefined : eq(domains.companyId, companyId);
  const rows = await db()
    .select({ id: domains.id, name: domains.name })
    .from(domains)
    .where(and(inArray(domains.name, above), own));
  const nearest = above.find((one) => rows.some((row) => row.name === one));
  if (nearest) return rows.filter((row) => row.name === nearest).map(({ id }) => id);
  const below = await sql()<{ id: string }[]>`
    select id from domains where right(name, ${name.length + 1}) = ${`.${name}`} ${companyId === null ? sql()`` : sql()`and company_id = ${companyId}`} limit 20`;
  return below.map(({ id }) => id);
}

async function keep(domainId: string, given: Report): Promise<Effect> {
  const { messages, passed } = totalsOf(given);
  const report = storable(given.kind === 'dmarc' ? { ...given, rows: [] } : given);
  const lines = given.kind === 'dmarc' ? await linesOf(given.rows) : [];
  const [done] = await sql()<{ count: number; stored: number }[]>`
    with recent as (
      select count(*)::int as count from domain_reports where domain_id = ${domainId} and created_at > now() - interval '1 day'
    ), kept as (
      insert into domain_reports (id, domain_id, kind, reporter, report_id, begins_at, ends_at, policy, messages, passed, failures)
      select ${newId()}, ${domainId}, ${report.kind}, ${report.reporter}, ${report.reportId}, ${report.beginsAt}, ${report.endsAt},
        ${report.kind === 'dmarc' ? sql().json(report.policy) : null}, ${messages}, ${passed},
        ${sql().json(report.kind === 'tls' ? report.failures : [])}
      from recent where recent.count < ${MOST_A_DAY}
      on conflict do nothing returning id
    ), lines as (
      insert into domain_report_rows
        (report_id, no, domain_id, day, address, messages, dkim, spf, disposition, header_from, dkim_result, dkim_domain, spf_result, spf_domain, override)
      select kept.id, line.no, ${domainId}, ${dayOf(report)}::date, line.address, line.messages, line.dkim, line.spf, line.disposition,
        line."headerFrom", line."dkimResult", line."dkimDomain", line."spfResult", line."spfDomain", line.override
      from kept, jsonb_to_recordset(${sql().json(lines)}) as line (no int, address text, messages int, dkim bool, spf bool, disposition text,
        "headerFrom" text, "dkimResult" text, "dkimDomain" text, "spfResult" text, "spfDomain" text, override text)
    ), seen as (
      insert into domain_sources (domain_id, address)
      select ${domainId}, address from kept, unnest(${[...new Set(lines.map(({ address }) => address))]}::text[]) as address
      on conflict do nothing
    )
    select recent.count, (select count(*)::int from kept) as stored from recent`;
  if (done!.stored === 1) {
    announce('domains');
    return 'noted';
  }
  return done!.count >= MOST_A_DAY ? 'too_many' : 'repeated';
}

async function linesOf(rows: ReportRow[]) {
  const breath = new Breath();
  const lines: ({ no: number } & ReportRow)[] = [];
  for (const row of largest(rows)) {
    lines.push({ no: lines.length, ...storable(row) });
    await breath.take();
  }
  await breath.take();
  return lines;
}

/** What a report has beyond that are single messages of strangers, which its sums count all the same. */
function largest(rows: ReportRow[]): ReportRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  return rows.toSorted((a, b) => b.messages - a.messages).slice(0, MOST_ROWS);
}

function totalsOf(report: Report): { messages: number; passed: number } {
  if (report.kind === 'tls') return { messages: report.sessions, passed: report.successful };
  const sum = (rows: ReportRow[]) => rows.reduce((total, { messages }) => total + messages, 0);
  return { messages: sum(report.rows), passed: sum(report.rows.filter(({ dkim, spf }) => dkim || spf)) };
}

/** Makers cut days by their own clock: the middle tells which is meant. */
function dayOf({ beginsAt, endsAt }: Report): string {
  return new Date((beginsAt.getTime() + endsAt.getTime()) / 2).toISOString().slice(0, 10);
}
