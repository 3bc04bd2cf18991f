import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import type { Context } from '@/lib/context';
import { csvLine } from '@/lib/text/csv';
import { csvPieces } from '@/lib/text/csv-pieces';
import { readAudit, viewEntry } from './list';
import type { AuditExport } from './schema';

const exports = new Semaphore(2);
/** Few: a change may be as large as a body that is taken. */
const CHUNK = 100;
const LONGEST_MS = 15 * 60_000;
const NAMES = ['at', 'actorType', 'actor', 'action', 'subject', 'subjectId', 'changes', 'ip', 'requestId'];

/** As a file that is made while it is read, newest first. */
export function exportAudit(ctx: Context, filter: AuditExport): ReadableStream<Uint8Array<ArrayBuffer>> {
  async function* encode() {
    yield* csvPieces([NAMES], csvLine);
    for (let before: string | undefined; ; ) {
      const rows = await readAudit(ctx, filter, { before, limit: CHUNK });
      yield* csvPieces(rows, (row) => csvLine(cellsOf(row)));
      if (rows.length < CHUNK) return;
      before = rows.at(-1)!.id;
    }
  }
  return streamInTurn((work) => exports.run(work), encode, LONGEST_MS);
}

function cellsOf(row: Parameters<typeof viewEntry>[0]): (string | null)[] {
  const { at, actor, action, subject, changes, ip, requestId } = viewEntry(row);
  const told = changes.map(({ field, before, after }) => `${field}: ${json(before)} → ${json(after)}`);
  return [at, actor.type, actor.name, action, subject.name, subject.id, told.join('\n'), ip, requestId];
}

function json(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}
