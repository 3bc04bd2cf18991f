import { sleep, untilAborted } from '@/lib/async/abort';
import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';
import { log } from '@/lib/log';
import { type ClaimedMessage, claimMessages, LEASE_MINUTES, unclaimedOf } from './claim';
import { letGo } from './release-claim';

const RETRY_MS = 500;
const GIVE_UP_MS = 5 * 60_000;
/** About as long as a statement keeps a row. */
const LOOK_AGAIN_MS = 100;
const MOST_LOOKS = 20;

/** `admitted`: it has a permit at a provider, or came to rest without one. `done`: nothing is left to do. */
export type Delivery = { admitted: Promise<void>; done: Promise<void> };
type Deliver = (claimed: ClaimedMessage[]) => Promise<Delivery[]>;
type Held = { message: ClaimedMessage; since: number; done: Promise<void> };

/** What this process is delivering at the moment. */
const inHand = new Map<string, Held>();

/**
 * Claims messages and delivers each. While PostgreSQL is away nothing is lost and nobody has to wait for the lease to end: once it is
 * back, what this process claimed and does not deliver is freed, and all of it is tried anew. A message whose attempt was begun is
 * found with it then, and judged as interrupted.
 */
export async function takeMessages(workerId: string, ids: string[], deliver: Deliver): Promise<Delivery[]> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (let again = false; ; again = true) {
    try {
      if (again) await freeOrphans(workerId, ids);
      const claimed = await claimMessages(workerId, ids);
      const deliveries = await hold(workerId, claimed, deliver);
      const late = await takeHeld(workerId, leftOf(ids, claimed), deliver).catch((error: unknown) => {
        // The reconciler finds them within the minute.
        log.warn('no second look at messages that were held', { error });
        return [];
      });
      return [...deliveries, ...late];
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

/** A row that another statement held at that moment was passed over, and nobody would wake it again within the minute: looked at until it is free. */
async function takeHeld(workerId: string, ids: string[], deliver: Deliver): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  let left = ids;
  for (let look = 0; look < MOST_LOOKS; look++) {
    left = await unclaimedOf(left);
    if (left.length === 0) break;
    await sleep(LOOK_AGAIN_MS);
    const claimed = await claimMessages(workerId, left);
    deliveries.push(...(await hold(workerId, claimed, deliver)));
    left = leftOf(left, claimed);
  }
  return deliveries;
}

function leftOf(ids: string[], claimed: ClaimedMessage[]): string[] {
  const taken = new Set(claimed.map(({ id }) => id));
  return ids.filter((id) => !taken.has(id));
}

/** Delivers what was claimed already. */
export async function hold(
  workerId: string,
  claimed: ClaimedMessage[],
  deliver: Deliver,
): Promise<Delivery[]> {
  if (claimed.length === 0) return [];
  const starting = deliver(claimed);
  const held = claimed.map((message) => keep(message, starting));
  try {
    return (await starting).map(({ admitted, done }, index) => {
      const own = held[index]!;
      own.done = done
        .finally(() => forget(own))
        .catch((error: unknown) => takeAgain(workerId, own.message.id, deliver, error));
      // What fails before it has a permit is taken again as well, and has one then.
      return { admitted: Promise.race([admitted.catch(() => own.done), own.done]), done: own.done };
    });
  } catch (error) {
    held.forEach(forget);
    throw error;
  }
}

function keep(message: ClaimedMessage, starting: Promise<unknown>): Held {
  const done = starting.then(
    () => undefined,
    () => undefined,
  );
  const held = { message, since: Date.now(), done };
  inHand.set(message.id, held);
  return held;
}

/** It may have been claimed anew meanwhile, by this same process. */
function forget(held: Held): void {
  if (inHand.get(held.message.id) === held) inHand.delete(held.message.id);
}

/** The connection went in the middle of a delivery: once it is back, what was begun is judged as interrupted. */
async function takeAgain(workerId: string, id: string, deliver: Deliver, error: unknown): Promise<void> {
  if (!isConnectionError(error)) {
    await freeOrphans(workerId, [id]).catch((cause: unknown) => log.warn('claim not freed', { cause }));
    throw error;
  }
  log.warn('delivery waits for the database', { messageId: id, error });
  await sleep(RETRY_MS);
  await freeOrphansUntilDone(workerId, id);
  await Promise.all((await takeMessages(workerId, [id], deliver)).map(({ done }) => done));
}

async function freeOrphansUntilDone(workerId: string, id: string): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await freeOrphans(workerId, [id]);
    } catch (error) {
      if (!isConnectionError(error) || Date.now() > deadline) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/** Waits for what this process has in hand, until told otherwise. */
export async function untilDelivered(limit: AbortSignal): Promise<void> {
  while (inHand.size > 0 && !limit.aborted)
    await Promise.race([
      Promise.allSettled([...inHand.values()].map(({ done }) => done)),
      untilAborted(limit),
    ]);
}

/** What this process is still delivering when it must end is for another worker to judge, at once and not when the lease ends. */
export async function leaveBehind(workerId: string): Promise<void> {
  if (inHand.size === 0) return;
  log.warn('stopped before all sends were finished', { count: inHand.size });
  await Promise.all([...inHand.values()].map(({ message }) => letGo({ workerId, message })));
}

/** A lease must not run out while its worker lives and works on the message. To be called each minute. */
export async function renewClaims(workerId: string): Promise<void> {
  const old = [...inHand.values()].filter(({ since }) => since < Date.now() - (LEASE_MINUTES / 3) * 60_000);
  if (old.length === 0) return;
  const ids = old.map(({ message }) => message.id).toSorted();
  await sql()`
    update messages set claimed_until = greatest(claimed_until, now() + make_interval(mins => ${LEASE_MINUTES}))
    where id = any(${ids}::uuid[]) and id between ${ids[0]!} and ${ids.at(-1)!} and claimed_by = ${workerId}`;
}

/** Claims of this worker that nobody here works on: the answer to the claim was lost, or the delivery stopped on the way. */
async function freeOrphans(workerId: string, ids: string[]): Promise<void> {
  const orphans = ids.filter((id) => !inHand.has(id)).toSorted();
  if (orphans.length === 0) return;
  await sql()`
    update messages set claimed_by = null, claimed_until = null
    where id = any(${orphans}::uuid[]) and id between ${orphans[0]!} and ${orphans.at(-1)!} and claimed_by = ${workerId}`;
}
