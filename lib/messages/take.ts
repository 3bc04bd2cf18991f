import { sleep } from '@/lib/abort';
import { sql } from '@/lib/db';
import { isConnectionError } from '@/lib/db-errors';
import { log } from '@/lib/log';
import { type ClaimedMessage, claimMessages } from './claim';
import { letGo } from './unclaim';

const RETRY_MS = 500;
const GIVE_UP_MS = 5 * 60_000;

/** What this process is delivering at the moment. */
const inHand = new Map<string, ClaimedMessage>();

/**
 * Claims messages and delivers each. While PostgreSQL is away nothing is lost and nobody has to wait for the lease to end: once it is
 * back, what this process claimed and does not deliver is freed, and all of it is tried anew. A message whose attempt was begun is
 * found with it then, and judged as interrupted.
 */
export async function takeMessages(
  workerId: string,
  ids: string[],
  deliver: (claimed: ClaimedMessage[]) => Promise<PromiseSettledResult<void>[]>,
): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (let again = false; ; again = true) {
    try {
      if (again) await freeOrphans(workerId, ids);
      return await takeOnce(workerId, ids, deliver);
    } catch (error) {
      if (!isConnectionError(error) || Date.now() > deadline) {
        // The job is tried again, and finds them free.
        await freeOrphans(workerId, ids).catch((cause: unknown) => log.warn('claims not freed', { cause }));
        throw error;
      }
      log.warn('delivery waits for the database', { count: ids.length, error });
      await sleep(RETRY_MS);
    }
  }
}

async function takeOnce(...[workerId, ids, deliver]: Parameters<typeof takeMessages>): Promise<void> {
  const claimed = await claimMessages(workerId, ids);
  if (claimed.length === 0) return;
  for (const message of claimed) inHand.set(message.id, message);
  try {
    const results = await deliver(claimed);
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (failed.length > 0) throw failed.find(isConnectionError) ?? failed[0];
  } finally {
    for (const { id } of claimed) inHand.delete(id);
  }
}

/** What this process is still delivering when it must end is for another worker to judge, at once and not when the lease ends. */
export async function leaveBehind(workerId: string): Promise<void> {
  if (inHand.size === 0) return;
  log.warn('stopped before all sends were finished', { count: inHand.size });
  await Promise.all([...inHand.values()].map((message) => letGo({ workerId, message })));
}

/** Claims of this worker that nobody here works on: the answer to the claim was lost, or the delivery stopped on the way. */
async function freeOrphans(workerId: string, ids: string[]): Promise<void> {
  const orphans = ids.filter((id) => !inHand.has(id)).toSorted();
  if (orphans.length === 0) return;
  await sql()`
    update messages set claimed_by = null, claimed_until = null
    where id = any(${orphans}::uuid[]) and id between ${orphans[0]!} and ${orphans.at(-1)!} and claimed_by = ${workerId}`;
}
