import { mutation } from '@/lib/audit/mutation';
import { parseMail } from '@/lib/bounces/parse-mail';
import { readBody } from '@/lib/bounces/read-body';
import { splitMbox } from '@/lib/bounces/split-mbox';
import type { Context } from '@/lib/context';
import { type ReportFile, type ReportResult, readReportFile } from '@/lib/domain-reports/read-files';
import { kindOf } from '@/lib/domain-reports/read-report';
import { packingOf } from '@/lib/domain-reports/unpack';
import { nameSources } from './name-sources';
import type { ReportUpload } from './schema';

const MOST_FILES = 200;
const LONGEST_MS = 20_000;
/** A person waits: what is not named by then, the job names. */
const NAMING_MS = 4_000;

type Options = { dryRun?: boolean };

/** A report that somebody hands in: as it is, packed, or within a mail or an mbox. Reading one again changes nothing. @throws AppError payload_too_large */
export async function readReportUpload(
  ctx: Context,
  request: Request,
  { dryRun = false, name = '' }: Options & { name?: string } = {},
): Promise<ReportUpload> {
  return readReports(ctx, { name, bytes: await readBody(request) }, { dryRun });
}

export async function readReports(
  ctx: Context,
  file: ReportFile,
  { dryRun = false }: Options = {},
): Promise<ReportUpload> {
  const data: ReportResult[] = [];
  const until = performance.now() + LONGEST_MS;
  let left = 0;
  for await (const one of filesIn(file)) {
    if (data.length === MOST_FILES || performance.now() > until) left++;
    else data.push(await readReportFile(ctx, one, { dryRun }));
    if (left === MOST_FILES) break;
  }
  const noted = data.filter(({ effect }) => effect === 'noted').length;
  if (noted > 0) {
    const after = {
      file: file.name,
      reports: noted,
      domains: [...new Set(data.map(({ domain }) => domain))],
    };
    await mutation(ctx, 'domain.read_reports', async () => ({ result: undefined, subjectId: null, after }));
    await nameSources({ withinMs: NAMING_MS });
  }
  return { data, noted, left };
}

/** What is neither packed nor a report is taken for mail. */
async function* filesIn(file: ReportFile): AsyncGenerator<ReportFile> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (packingOf(bytes) !== null || kindOf(bytes) !== null) {
    yield file;
    return;
  }
  let isAny = false;
  for await (const mail of bytes.length > 0 ? splitMbox(bytes) : []) {
    const { files = [] } = (await parseMail(mail)) ?? {};
    for (const one of files) {
      isAny = true;
      yield { ...one, name: one.name || file.name };
    }
  }
  if (!isAny) yield file;
}
