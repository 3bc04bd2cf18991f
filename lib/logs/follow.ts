import { sql } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { linesAfter, log, onLine } from '@/lib/log';
import { addEntries } from './book';
import { LOGS_CHANNEL, pack, type Said, say } from './channel';
import { type Self, toEntry } from './entry';
import { applyLevel } from './level';

/** So long after somebody looked last lines are sent: longer than a page that hears nothing waits until it looks by itself. */
const TAIL_MS = 150_000;
const FLUSH_MS = 400;
/** At once; of more the newest. */
const MOST_AT_ONCE = 300;
/** What nobody was heard of, as the database was away. */
const LOOK_MS = 10_000;

/**
 * Works by the level that is set for a while, and sends this process's lines to whoever looks, on whichever machine; nothing is sent while nobody
 * does. The web process keeps what comes (`keeps`). @returns how to end it
 */
export async function followLogs(self: Self, { keeps = self.kind === 'web' } = {}): Promise<() => void> {
  let sent = 0;
  let until = 0;
  let flushing: NodeJS.Timeout | undefined;

  const flush = async () => {
    flushing = undefined;
    if (Date.now() > until) return onLine(undefined);
    const lines = linesAfter(sent);
    const left = lines.length - MOST_AT_ONCE;
    sent = lines.at(-1)?.number ?? sent;
    const entries = lines
      .slice(-MOST_AT_ONCE)
      .map(({ number, line }) => toEntry(self, number, line))
      .filter((entry) => entry !== null);
    if (left > 0 && entries[0]) entries[0] = { ...entries[0], text: `(+ ${left}) ${entries[0].text}` };
    // Not logged: it would come back here.
    if (entries.length > 0) await say(...pack(entries)).catch(() => undefined);
  };
  const soon = () => {
    flushing ??= setTimeout(() => void flush(), FLUSH_MS).unref();
  };
  const tail = ({ all }: { all: boolean }) => {
    if (all) sent = 0;
    until = Date.now() + TAIL_MS;
    onLine(soon);
    soon();
  };
  const hear = (text: string) => {
    const said = JSON.parse(text) as Said;
    if ('tail' in said) tail(said.tail);
    else if ('level' in said) void look();
    else if (keeps) addEntries(said.lines);
  };
  const look = () =>
    applyLevel().catch((error: unknown) => log.debug('level not read', { error: errorMessage(error) }));

  await sql()
    .listen(LOGS_CHANNEL, hear, () => void look())
    .catch((error: unknown) => log.warn('not listening for the log', { error: errorMessage(error) }));
  await look();
  const looking = setInterval(() => void look(), LOOK_MS).unref();
  return () => {
    clearInterval(looking);
    clearTimeout(flushing);
    onLine(undefined);
  };
}
