import { and, lt, type SQL } from 'drizzle-orm';
import { suppressions } from '@/drizzle/schema/suppressions';
import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import type { Context } from '@/lib/context';
import { csvLine } from '@/lib/text/csv';
import { readSuppressions, selected, viewSuppression } from './list';
import type { SuppressionSelection } from './schema';

const exports = new Semaphore(2);
const CHUNK = 2_000;
const LONGEST_MS = 15 * 60_000;
/** What an import takes comes first, by the same names. */
const NAMES = [
  'address',
  'cause',
  'category',
  'reason',
  'code',
  'provider',
  'firstAt',
  'lastAt',
  'times',
  'until',
  'addedBy',
  'company',
] as const;

/** As a file that is made while it is read, newest first; what is wrong with the selection is said before its first byte. */
export async function exportSuppressions(
  ctx: Context,
  selection: SuppressionSelection,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const encoder = new TextEncoder();
  const where = await selected(ctx, selection);
  async function* encode() {
    for await (const piece of linesOf(where)) yield encoder.encode(piece);
  }
  return streamInTurn((work) => exports.run(work), encode, LONGEST_MS);
}

export async function* csvOfSuppressions(
  ctx: Context,
  selection: SuppressionSelection,
): AsyncGenerator<string> {
  yield* linesOf(await selected(ctx, selection));
}

async function* linesOf(where: SQL | undefined): AsyncGenerator<string> {
  yield csvLine([...NAMES]);
  for (let before: string | undefined; ; ) {
    const rows = await readSuppressions(and(where, before ? lt(suppressions.id, before) : undefined), CHUNK);
    const views = await Promise.all(rows.map(viewSuppression));
    if (views.length > 0) yield views.map((view) => csvLine(NAMES.map((name) => view[name]))).join('');
    if (rows.length < CHUNK) return;
    before = rows.at(-1)!.row.id;
  }
}
