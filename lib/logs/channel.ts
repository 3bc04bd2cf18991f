import { sql } from '@/lib/database/db';
import type { LogEntry } from './schema';

export const LOGS_CHANNEL = 'relevo_logs';
/** Less than 8,000 bytes are carried. */
const MOST_BYTES = 7_800;

/** `tail`: somebody looks; `all`: and knows nothing of before. `level`: it was changed. */
export type Said = { tail: { all: boolean } } | { level: true } | { lines: LogEntry[] };

export async function say(...said: Said[]): Promise<void> {
  const texts = said.map((each) => JSON.stringify(each));
  await sql()`select pg_notify(${LOGS_CHANNEL}, text) from unnest(${texts}::text[]) as text`;
}

/** As few notifications as they fit into. */
export function pack(entries: LogEntry[]): { lines: LogEntry[] }[] {
  const packed: { lines: LogEntry[] }[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const fitting = fitted(entry);
    const own = Buffer.byteLength(JSON.stringify(fitting)) + 1;
    if (bytes + own > MOST_BYTES) {
      packed.push({ lines: [] });
      bytes = 20;
    }
    packed.at(-1)!.lines.push(fitting);
    bytes += own;
  }
  return packed;
}

/** Whatever letters it has. */
function fitted(entry: LogEntry): LogEntry {
  if (Buffer.byteLength(JSON.stringify(entry)) <= MOST_BYTES - 100) return entry;
  return { ...entry, text: `${entry.text.slice(0, 200).toWellFormed()}…`, fields: null };
}
