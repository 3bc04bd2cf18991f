import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { readBody } from './read-body';
import { type MailResult, readMail } from './read-file';
import { splitMbox } from './split-mbox';

/** A mail takes some 10 ms: who has more uses the command. */
const MOST_MAILS = 500;
/** Counted no further. */
const MOST_LEFT = 10_000;
const LONGEST_MS = 30_000;

/** `left`: mails of the file that were not read, as they were too many for one request. */
export type UploadResult = { data: MailResult[]; noted: number; left: number };

/** The mails that somebody hands in, one as it came or an mbox file. Reading one again changes nothing. @throws AppError payload_too_large */
export async function readUpload(
  ctx: Context,
  request: Request,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<UploadResult> {
  const file = await readBody(request);
  const mails = file.length > 0 ? splitMbox(file) : [];
  const data: MailResult[] = [];
  let left = 0;
  const until = performance.now() + LONGEST_MS;
  try {
    for await (const bytes of mails) {
      if (left > 0 || data.length === MOST_MAILS || performance.now() > until) left++;
      else data.push(await readMail(ctx, bytes, { dryRun }));
      if (left === MOST_LEFT) break;
    }
  } finally {
    // Also of what was read before something failed.
    if (!dryRun && data.length > 0) await audit(ctx, data);
  }
  return { data, noted: notedIn(data), left };
}

async function audit(ctx: Context, data: MailResult[]): Promise<void> {
  const after = { mails: data.length, noted: notedIn(data) };
  await mutation(ctx, 'bounce.read', async () => ({ result: undefined, subjectId: null, after }));
}

function notedIn(data: MailResult[]): number {
  const all = data.flatMap(({ results, reports = [] }) => [...(results ?? []), ...reports]);
  return all.filter(({ effect }) => effect === 'noted').length;
}
