import { sleep } from '@/lib/async/abort';
import { remember } from '@/lib/async/memory';
import type { Context } from '@/lib/context';
import { levelInUse } from '@/lib/log';
import { listProcesses } from '@/lib/workers/list-processes';
import { findEntries, isBookEmpty, untilAdded } from './book';
import { say } from './channel';
import { readLevel, refuseBound } from './level';
import type { LogQuery, LogsView } from './schema';

/** Whoever looks on is said so again in time: processes send for two and a half minutes. */
const ASK_EVERY_MS = 20_000;
/** What the first who looks waits for the processes to tell what they have at hand. */
const FIRST_MS = 1_500;
const OTHERS_MS = 300;

/** When the processes were asked last; of each bundle of Next by itself, which costs one more notification. */
let askedAt = Number.NEGATIVE_INFINITY;
remember(() => {
  askedAt = Number.NEGATIVE_INFINITY;
});

/**
 * What all processes logged lately, on all machines. Nothing of it is stored: each has its newest lines at hand and tells them to whoever
 * looks. @throws AppError forbidden for whoever is for some companies alone
 */
export async function readLogs(ctx: Context, query: LogQuery): Promise<LogsView> {
  refuseBound(ctx);
  await ask();
  const [processes, changed] = await Promise.all([listProcesses(), readLevel()]);
  return {
    ...findEntries(query),
    processes: processes.filter(({ alive }) => alive).map(({ kind, host, pid }) => ({ kind, host, pid })),
    level: levelInUse(),
    changed,
  };
}

async function ask(): Promise<void> {
  if (performance.now() - askedAt < ASK_EVERY_MS) return;
  askedAt = performance.now();
  const all = isBookEmpty();
  const heard = all ? untilAdded(FIRST_MS) : undefined;
  await say({ tail: { all } });
  if (!heard) return;
  await heard;
  await sleep(OTHERS_MS);
}
