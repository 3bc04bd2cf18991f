import { and, inArray, lt } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { BOM, csvLine } from '@/lib/text/csv';
import { readRows, viewRows } from './list';
import { placesOf } from './places';
import type { ExportQuery } from './schema';
import type { MessageRow } from './view-schema';

/** Each holds a chunk of rows at a time. */
const exports = new Semaphore(4);
const CHUNK = 500;
const LONGEST_MS = 15 * 60_000;

type Cell = (row: MessageRow) => string | number | null | undefined;

/** Named as the API names them, so that a program reads the file as it reads the list. */
const CELLS: Record<string, Cell> = {
  id: ({ id }) => id,
  acceptedAt: ({ acceptedAt }) => acceptedAt,
  status: ({ status }) => status,
  reason: ({ reason }) => reason,
  subject: ({ subject }) => subject,
  to: ({ to }) => to.join(' '),
  from: ({ from }) => from?.email,
  provider: ({ provider }) => provider,
  company: ({ company }) => company,
  category: ({ category }) => category,
  priority: ({ priority }) => priority,
  tags: ({ tags }) => tags.join(' '),
  attachments: ({ attachmentCount }) => attachmentCount,
  scheduledAt: ({ scheduledAt }) => scheduledAt,
  finishedAt: ({ finishedAt }) => finishedAt,
  summary: ({ summary }) => summary,
};

/** As a file that is made while it is read: however many match, few are in memory. One that takes too long breaks off, and is no whole file. */
export function exportMessages(ctx: Context, query: ExportQuery): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  async function* encode() {
    for await (const piece of csvOfMessages(ctx, query)) yield encoder.encode(piece);
  }
  return streamInTurn((work) => exports.run(work), encode, LONGEST_MS);
}

/** What matches, newest first, as CSV with a line of names. */
export async function* csvOfMessages(
  ctx: Context,
  { ids, bom, ...wanted }: ExportQuery,
): AsyncGenerator<string> {
  yield (bom === 'true' ? BOM : '') + csvLine(Object.keys(CELLS));
  const places = ids
    ? [and(inArray(messages.id, ids), scoped(ctx, messages.companyId))]
    : placesOf(ctx, wanted);
  for await (const place of places)
    for (let before: string | undefined; ; ) {
      const rows = await readRows(and(place, before ? lt(messages.id, before) : undefined), CHUNK);
      const views = await viewRows(ctx, rows);
      if (views.length > 0)
        yield views.map((row) => csvLine(Object.values(CELLS).map((cell) => cell(row)))).join('');
      if (rows.length < CHUNK) break;
      before = rows.at(-1)!.message.id;
    }
}
