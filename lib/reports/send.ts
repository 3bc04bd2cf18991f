import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { sendSystemMail } from '@/lib/intake/system-mail';
import { type ReportFigures, readReport } from './figures';
import { holdReport, type ReportRow, readRow } from './rows';
import type { ReportSent } from './schema';
import { toSheet } from './sheet';
import { toPng } from './to-png';
import { writeReport } from './write';
import type { Picture } from './written';

/** As long as a message can stand for all with its key. */
const ONCE_HOURS = 720;

/** At once, to all who receive it, whether they have it already or not: somebody pressed the button. @throws AppError not_found */
export async function sendReportNow(ctx: Context, { id }: { id: string }): Promise<ReportSent> {
  const row = await mutation(ctx, 'report.send', async (tx) => {
    const row = await holdReport(tx, ctx, id);
    return { result: row, subjectId: id, ownerId: row.companyId, after: { recipients: row.recipients } };
  });
  return mailReport(row, await readReport(row, new Date()));
}

/** To each once for its period, however often it is tried. */
export function sendReportOnce(row: ReportRow, figures: ReportFigures): Promise<ReportSent> {
  const { frequency, id } = row;
  const key = `report ${id} ${frequency} ${figures.period.from.toISOString()}`;
  return mailReport(row, figures, key);
}

async function mailReport(row: ReportRow, figures: ReportFigures, key?: string): Promise<ReportSent> {
  const { subject, text, html, pictures, filename } = writeReport(row, figures);
  const attachments = [
    ...(await Promise.all(pictures.map(inline))),
    {
      filename,
      contentType: 'text/csv',
      content: Buffer.from(toSheet(figures.byProvider)).toString('base64'),
    },
  ];
  let sandbox = false;
  for (const to of row.recipients) {
    const once = key === undefined ? undefined : { key: `${key} ${to}`.slice(0, 256), hours: ONCE_HOURS };
    const sent = await sendSystemMail({
      to,
      subject,
      text,
      html,
      attachments,
      companyId: row.companyId,
      once,
    });
    if (!sent.ok) return { sent: 0, sandbox: false, problem: sent.reason };
    sandbox = sent.sandbox;
  }
  return { sent: row.recipients.length, sandbox, problem: null };
}

async function inline({ id, svg }: Picture) {
  const content = (await toPng(svg)).toString('base64');
  return { filename: `${id.split('@')[0]}.png`, contentType: 'image/png', contentId: id, content };
}

/** The mail as it would go out now, its pictures within it. @throws AppError not_found */
export async function previewReport(ctx: Context, { id }: { id: string }): Promise<string> {
  const row = await readRow(ctx, id);
  const { html, pictures } = writeReport(row, await readReport(row, new Date()));
  const pngs = await Promise.all(pictures.map(({ svg }) => toPng(svg)));
  return pictures.reduce(
    (page, picture, n) =>
      page.replace(
        `src="cid:${picture.id}"`,
        () => `src="data:image/png;base64,${pngs[n]!.toString('base64')}"`,
      ),
    html,
  );
}
