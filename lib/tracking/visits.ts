import { sleep } from '@/lib/async/abort';
import { remember } from '@/lib/async/memory';
import { log } from '@/lib/log';
import type { Seen } from './seen';
import { writeVisits } from './write-visits';

/** Some ten seconds of the most that may come; beyond that nothing more is noted, and everybody still gets where they want. */
const MOST_KEPT = 30_000;
/** Programs that try all links of a message do it within this time; so a click is judged, and written, after it. */
export const JUDGED_AFTER_MS = 5_000;
const WRITE_EVERY_MS = 500;
const AT_ONCE = 200;
const RETRY_MS = 2_000;
/** At the end of a process. */
const LONGEST_FLUSH_MS = 8_000;

type State = { kept: Seen[]; timer?: NodeJS.Timeout; writing?: Promise<void> };

/** Next bundles its routes apart from the server around it, which must know what is left to write. */
const holder = globalThis as typeof globalThis & { relevoVisits?: State };

remember(() => {
  clearTimeout(holder.relevoVisits?.timer);
  holder.relevoVisits = undefined;
});

function state(): State {
  holder.relevoVisits ??= { kept: [] };
  return holder.relevoVisits;
}

/** Notes it in memory, so that nobody waits for a table to go where a link leads. It is written within some seconds. */
export function noteVisit(visit: Seen): void {
  const { kept } = state();
  if (kept.length >= MOST_KEPT) return;
  kept.push(visit);
  writeSoon(WRITE_EVERY_MS);
}

/** Writes whatever is left, before the process ends. What the database does not take by then is lost, and said to be. */
export async function flushVisits(): Promise<void> {
  const own = state();
  const deadline = Date.now() + LONGEST_FLUSH_MS;
  clearTimeout(own.timer);
  await own.writing;
  while (own.kept.length > 0 && Date.now() < deadline) await writeDue(true).catch(() => sleep(250));
  if (own.kept.length > 0) log.error('opens and clicks were lost', { count: own.kept.length });
}

function writeSoon(ms: number): void {
  const own = state();
  own.timer ??= setTimeout(() => {
    own.writing = writeDue(false)
      .then(
        () => WRITE_EVERY_MS,
        (error: unknown) => {
          log.warn('opens and clicks wait for the database', { error });
          return RETRY_MS;
        },
      )
      .then((next) => {
        own.timer = undefined;
        own.writing = undefined;
        if (own.kept.length > 0) writeSoon(next);
      });
  }, ms);
  own.timer.unref();
}

/** Those whose time has come, with all of the same message; what could not be written stays. */
async function writeDue(everything: boolean): Promise<void> {
  const own = state();
  const due = everything ? Number.POSITIVE_INFINITY : Date.now() - JUDGED_AFTER_MS;
  const ready = new Set(
    own.kept.filter(({ link, at }) => link.kind !== 'click' || at.getTime() <= due).map(keyOf),
  );
  const taken = own.kept.filter((visit) => ready.has(keyOf(visit)));
  own.kept = own.kept.filter((visit) => !ready.has(keyOf(visit)));
  while (taken.length > 0) {
    // All clicks of a message are judged together.
    const batch = taken.slice(0, AT_ONCE);
    try {
      await writeVisits(batch);
    } catch (error) {
      own.kept.unshift(...taken);
      throw error;
    }
    taken.splice(0, batch.length);
  }
}

const keyOf = ({ link }: Seen) => `${link.kind} ${link.messageId}`;
