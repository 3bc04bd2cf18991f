import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { type MailResult, readMail } from './read-file';
import { splitMbox } from './split-mbox';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 32;
/** A mail takes some 10 ms: who has more uses the command. */
const MOST_MAILS = 500;
const LONGEST_MS = 30_000;

/** `left`: mails of the file that were not read, as they were too many for one request. */
export type UploadResult = { data: MailResult[]; noted: number; left: number };

/** The mails that somebody hands in, one as it came or an mbox file. Reading one again changes nothing. @throws AppError payload_too_large */
export async function readUpload(
  ctx: Context,
  request: Request,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<UploadResult> {
  const file = await readBytes(request);
  const mails = file.length > 0 ? splitMbox(file) : [];
  const data: MailResult[] = [];
  const until = performance.now() + LONGEST_MS;
  for (const bytes of mails.slice(0, MOST_MAILS)) {
    if (performance.now() > until) break;
    data.push(await readMail(ctx, bytes, { dryRun }));
  }
  const noted = data
    .flatMap(({ results }) => results ?? [])
    .filter(({ effect }) => effect === 'noted').length;
  const summary = { mails: data.length, noted };
  if (!dryRun && data.length > 0)
    await mutation(ctx, 'bounce.read', async () => ({ result: undefined, subjectId: null, after: summary }));
  return { data, noted, left: mails.length - data.length };
}

async function readBytes({ body, headers }: Request): Promise<Buffer> {
  if (Number(headers.get('content-length')) > MOST_MEGABYTES * MEGABYTE) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > MOST_MEGABYTES * MEGABYTE) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError('payload_too_large', `The file has more than ${MOST_MEGABYTES} MB.`);
}
