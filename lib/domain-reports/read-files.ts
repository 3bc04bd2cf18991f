import type { Context } from '@/lib/context';
import { readReport } from './read-report';
import { type RefusalCode, ReportRefusal } from './refusal';
import type { Report } from './report';
import { type Effect, storeReport } from './store-report';

/** A file, as a mail or a person brings it. */
export type ReportFile = { name: string; bytes: Uint8Array };

/** What became of one. Names are strangers' words. */
export type ReportResult = {
  file: string;
  effect: Effect;
  kind: Report['kind'] | null;
  domain: string | null;
  reporter: string | null;
  reportId: string | null;
  messages: number | null;
  /** Why it is no report, or which words in it are wrong. */
  refusal: { code: RefusalCode; detail: string | null } | null;
};

/** Reading one again changes nothing. */
export async function readReportFile(
  ctx: Pick<Context, 'companyId'>,
  { name: file, bytes }: ReportFile,
  options: { dryRun?: boolean } = {},
): Promise<ReportResult> {
  const none = { file, kind: null, domain: null, reporter: null, reportId: null, messages: null };
  try {
    const report = await readReport(bytes);
    const { kind, domain, reporter, reportId } = report;
    const messages =
      report.kind === 'tls' ? report.sessions : report.rows.reduce((total, row) => total + row.messages, 0);
    const effect = await storeReport(ctx, report, options);
    return { file, effect, kind, domain, reporter, reportId, messages, refusal: null };
  } catch (error) {
    if (!(error instanceof ReportRefusal)) throw error;
    return { ...none, effect: 'refused', refusal: { code: error.code, detail: error.detail } };
  }
}
