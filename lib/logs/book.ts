import { announce } from '@/lib/announcements/announce';
import { remember } from '@/lib/async/memory';
import { LOG_LEVELS, type LogEntry, type LogQuery } from './schema';

/** Of all processes together: some 5 MB at the most. */
const MOST = 2_000;
/** However much is logged, pages read once a second. */
const TELL_EVERY_MS = 1_000;

type Book = {
  entries: Map<string, LogEntry>;
  waiting: Set<() => void>;
  telling?: NodeJS.Timeout;
};

/** Filled by the server of the web process, read by routes that Next bundles apart from it. */
const holder = globalThis as typeof globalThis & { relevoLogBook?: Book };
remember(() => {
  clearTimeout(holder.relevoLogBook?.telling);
  holder.relevoLogBook = undefined;
});

function book(): Book {
  holder.relevoLogBook ??= { entries: new Map(), waiting: new Set() };
  return holder.relevoLogBook;
}

/** What several were told of once is there once. */
export function addEntries(entries: LogEntry[]): void {
  const own = book();
  for (const entry of entries) own.entries.set(entry.id, entry);
  for (const id of own.entries.keys()) {
    if (own.entries.size <= MOST) break;
    own.entries.delete(id);
  }
  for (const heard of own.waiting) heard();
  own.telling ??= setTimeout(() => {
    own.telling = undefined;
    announce('logs');
  }, TELL_EVERY_MS).unref();
}

export const isBookEmpty = (): boolean => book().entries.size === 0;

/** Until something is added, or so long. */
export async function untilAdded(limitMs: number): Promise<void> {
  const { waiting } = book();
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      waiting.delete(done);
      resolve();
    };
    const timer = setTimeout(done, limitMs);
    waiting.add(done);
  });
}

/** The newest first. */
export function findEntries(
  { level, process, q, minutes, limit }: LogQuery,
  now = Date.now(),
): { data: LogEntry[]; since: string | null } {
  const all = [...book().entries.values()].toSorted(newestFirst);
  const least = LOG_LEVELS.indexOf(level);
  const from = minutes === undefined ? '' : new Date(now - minutes * 60_000).toISOString();
  const wanted = q?.toLowerCase();
  const data = all.filter(
    (entry) =>
      LOG_LEVELS.indexOf(entry.level) >= least &&
      (process === undefined || entry.process === process) &&
      entry.at >= from &&
      (!wanted || `${entry.text} ${entry.fields ?? ''}`.toLowerCase().includes(wanted)),
  );
  return { data: data.slice(0, limit), since: all.at(-1)?.at ?? null };
}

function newestFirst(a: LogEntry, b: LogEntry): number {
  return a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;
}
