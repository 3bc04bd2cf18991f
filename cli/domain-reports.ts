import { Command } from 'commander';
import type { ReportResult } from '@/lib/domain-reports/read-files';
import { getReports } from '@/lib/domains/reports/get-reports';
import { readReports } from '@/lib/domains/reports/read-reports';
import { type DomainReports, ReportSpan } from '@/lib/domains/reports/schema';
import { errorMessage } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { readBytes } from './files';
import { run } from './run';

const MOST_BYTES = 256 * 1024 * 1024;
const t = translator('en');

export function domainReportsCommand(): Command {
  const reports = new Command('reports').description(
    "what others report of mail in a domain's name (DMARC, TLS-RPT)",
  );
  reports
    .command('read')
    .description('read reports: XML, JSON, gzip, zip, mails or mbox files; reading one again changes nothing')
    .argument('<file...>', 'reports; - is standard input')
    .option('--dry-run', 'only say what would be kept')
    .action(read);
  reports
    .command('show')
    .description('who sends as a domain, what fails and why')
    .argument('<domain>', 'name or id')
    .option('--days <days>', 'how many days back, today included')
    .action(async (id: string, { days, ...options }: { days?: string; json?: boolean }) => {
      const span = ReportSpan.parse({ days });
      await run(options, (ctx) => getReports(ctx, { id, ...span }), describe);
    });
  return reports;
}

type Line = { path: string } & (ReportResult | { error: string });

async function read(files: string[], { dryRun, json }: { dryRun?: true; json?: boolean }): Promise<void> {
  const lines = await run(
    { json },
    async (ctx) => {
      const found: Line[] = [];
      for (const path of files)
        try {
          const { data } = await readReports(
            ctx,
            { name: path, bytes: await readBytes(path, MOST_BYTES) },
            { dryRun },
          );
          found.push(...data.map((one) => ({ path, ...one })));
        } catch (error) {
          found.push({ path, error: errorMessage(error) });
        }
      return found;
    },
    (found) => found.map(lineOf).join('\n'),
  );
  if (lines.some((line) => 'error' in line || line.effect === 'refused')) process.exitCode = 1;
}

function lineOf(line: Line): string {
  if ('error' in line) return `${line.path}: ${line.error}`;
  if (line.refusal)
    return `${line.path}: ${t(`domainReports.refusals.${line.refusal.code}`)}${line.refusal.detail ? ` (${line.refusal.detail})` : ''}`;
  const { path, kind, domain, reporter, messages, effect } = line;
  return `${path}: ${kind === 'tls' ? 'TLS-RPT' : 'DMARC'} of ${reporter} on ${domain}, ${messages} ${kind === 'tls' ? 'sessions' : 'messages'}: ${t(`domainReports.effects.${effect}`)}`;
}

function describe({ from, to, messages, passed, sources, advice, encryption }: DomainReports): string {
  const { policy, next, reason, wouldLose, days } = advice;
  return [
    `${from} to ${to}: ${messages} messages, ${passed} passed`,
    ...sources.flatMap((source) => [
      `${t(`domainReports.kinds.${source.kind}`)}: ${source.name ?? source.addresses[0]!.address}  ${source.messages} messages, ${source.failed} failed`,
      ...source.problems.map(
        ({ code, domain, messages: count }) =>
          `        ${count}: ${t(`domainReports.problems.${code}`, { domain: domain ?? '' })}`,
      ),
    ]),
    ...(encryption.sessions > 0
      ? [`encryption: ${encryption.sessions} sessions, ${encryption.failed} failed`]
      : []),
    t(`domainReports.advice.${reason}`, {
      policy: policy ?? 'none',
      next: next ?? '',
      count: wouldLose,
      days,
    }),
  ].join('\n');
}
