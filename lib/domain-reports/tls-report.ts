import { z } from 'zod';
import type { StoredTlsFailure } from '@/drizzle/schema/domain-reports';
import { Breath } from '@/lib/async/breath';
import { JsonScan } from '@/lib/http/json-scan';
import { scanInTurns } from '@/lib/http/scan-in-turns';
import { ReportRefusal } from './refusal';
import { checkTimes, domainIn, line, type Report } from './report';

const MOST_FAILURES = 100;

const words = z.string().max(10_000);
const sessions = z.coerce
  .number()
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER / 1000);

/** RFC 8460, 4.4, no more than is read here. Some makers leave out failures, some the summary of a policy. */
const TlsReport = z.looseObject({
  'organization-name': words.nullish(),
  'contact-info': words.nullish(),
  'report-id': words,
  'date-range': z.looseObject({ 'start-datetime': words, 'end-datetime': words }),
  policies: z
    .array(
      z.looseObject({
        policy: z.looseObject({ 'policy-type': words.nullish(), 'policy-domain': words }),
        summary: z
          .looseObject({
            'total-successful-session-count': sessions.nullish(),
            'total-failure-session-count': sessions.nullish(),
          })
          .nullish(),
        'failure-details': z
          .array(
            z.looseObject({
              'result-type': words,
              'receiving-mx-hostname': words.nullish(),
              'failed-session-count': sessions.nullish(),
            }),
          )
          .max(10_000)
          .nullish(),
      }),
    )
    .min(1)
    .max(1000),
});
type Policy = z.output<typeof TlsReport>['policies'][number];

/** @throws ReportRefusal */
export async function readTlsReport(bytes: Buffer): Promise<Report> {
  const given = await parseJson(bytes);
  const report = TlsReport.safeParse(given).data;
  if (!report) throw new ReportRefusal('not_a_report');
  const { policies, 'date-range': range } = report;
  const [beginsAt, endsAt] = [new Date(range['start-datetime']), new Date(range['end-datetime'])];
  checkTimes(beginsAt, endsAt);
  const reporter = line(report['organization-name'] || report['contact-info'] || '');
  if (reporter === '') throw new ReportRefusal('no_reporter');
  const reportId = line(report['report-id'], 300);
  if (reportId === '') throw new ReportRefusal('no_report_id');
  const [successful, failed] = [
    sum(policies, 'total-successful-session-count'),
    sum(policies, 'total-failure-session-count'),
  ];
  return {
    kind: 'tls',
    // All policies of one report are of one domain (RFC 8460, 4.4).
    domain: domainIn(policies[0]!.policy['policy-domain']),
    reporter,
    reportId,
    beginsAt,
    endsAt,
    sessions: successful + failed,
    successful,
    failures: failuresOf(policies),
  };
}

/** Some 8,000 failures: the parser takes 10 ms for as many values, and hundreds for the millions that fit into so many bytes. */
const MOST_VALUES = 60_000;
const MOST_MEMBERS = 10_000;

/** Counted before anything is made of them. */
async function parseJson(bytes: Buffer): Promise<unknown> {
  const scan = new JsonScan(MOST_VALUES, MOST_MEMBERS);
  await scanInTurns(bytes, scan).catch(() => {
    throw new ReportRefusal(scan.isDeep ? 'broken_json' : 'too_large');
  });
  const value = parse(bytes);
  await new Breath().take();
  return value;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ReportRefusal('broken_json');
  }
}

function sum(
  policies: Policy[],
  name: 'total-successful-session-count' | 'total-failure-session-count',
): number {
  return policies.reduce((total, { summary }) => total + (summary?.[name] ?? 0), 0);
}

function failuresOf(policies: Policy[]): StoredTlsFailure[] {
  const added = new Map<string, StoredTlsFailure>();
  for (const details of policies.flatMap((policy) => policy['failure-details'] ?? [])) {
    const type = line(details['result-type'].toLowerCase(), 60);
    const host = line(details['receiving-mx-hostname'] ?? '', 253) || null;
    const key = `${type} ${host}`;
    const known = added.get(key);
    const count = details['failed-session-count'] ?? 0;
    if (known) known.sessions += count;
    else added.set(key, { type, host, sessions: count });
  }
  return [...added.values()].toSorted((a, b) => b.sessions - a.sessions).slice(0, MOST_FAILURES);
}
