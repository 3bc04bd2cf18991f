import type { Context } from '@/lib/context';
import { type ReportResult, readReportFile } from '@/lib/domain-reports/read-files';
import type { RefusalCode } from '@/lib/domain-reports/refusal';
import { applyBounce, type BounceResult } from './apply-bounce';
import type { Mail } from './mail';
import { parseMail } from './parse-mail';
import { splitMbox } from './split-mbox';

/**
 * `results: null`: it cannot be read as a mail. `subject` as it came, for a person to find it again. `reports`: what it brought of DMARC and
 * TLS; such a mail is no bounce.
 */
export type MailResult = { subject: string; results: BounceResult[] | null; reports?: ReportResult[] };

/** Each mail of a file: one as it came, or an mbox. */
export async function* readMails(
  ctx: Context,
  file: Buffer,
  options: { dryRun?: boolean } = {},
): AsyncGenerator<MailResult> {
  for await (const bytes of splitMbox(file)) yield await readMail(ctx, bytes, options);
}

export async function readMail(
  ctx: Context,
  bytes: Uint8Array,
  options: { dryRun?: boolean } = {},
): Promise<MailResult> {
  const mail = await parseMail(bytes);
  if (!mail || !isMail(mail)) return { subject: '', results: null };
  const reports = await readReports(ctx, mail, options);
  if (reports.length > 0) return { subject: mail.subject, results: [], reports };
  return { subject: mail.subject, results: await applyBounce(ctx, mail, options) };
}

/** A returned message may have any zip attached: what is no report at all is passed over. */
async function readReports(
  ctx: Context,
  { files }: Mail,
  options: { dryRun?: boolean },
): Promise<ReportResult[]> {
  const results: ReportResult[] = [];
  for (const file of files) results.push(await readReportFile(ctx, file, options));
  const isTold = ({ refusal }: ReportResult) => refusal === null || !NO_REPORT.includes(refusal.code);
  return results.some(isTold) ? results : [];
}

/** Of what is in an archive of anything, or in a table of a bookkeeper. */
const NO_REPORT: RefusalCode[] = [
  'not_a_report',
  'several_files',
  'archive_in_archive',
  'broken_archive',
  'encrypted',
  'doctype',
  'broken_xml',
  'broken_json',
  'too_large',
  'bomb',
];

/** Any text has a line that may be taken for a header; one of these every mail has (RFC 5322, 3.6; those that servers add). */
function isMail({ fields }: Mail): boolean {
  return fields.some(({ name }) =>
    ['from', 'date', 'received', 'return-path', 'message-id', 'subject'].includes(name),
  );
}
