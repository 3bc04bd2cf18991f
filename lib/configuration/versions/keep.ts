import { Semaphore } from '@/lib/async/semaphore';
import { jobContext } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { within } from '@/lib/database/within';
import { type KeptThing, readThings, type StoredThing, writeVersion } from '@/lib/versions/things';
import { newestVersion, noteSeen } from '@/lib/versions/versions';
import { readPresent } from '../present';
import { readAuthors } from './authors';
import { isAsKept, keptThings } from './things';

/** Of one process: a second one at the same time would only find what the first one does. */
const slots = new Semaphore(1);
const TRIES = 5;

/**
 * Makes a version of what is configured now, where that is not what the newest one says. Who made it so is told by the audit log.
 * @returns the number of the newest
 */
export function keepVersion(): Promise<number> {
  return slots.run(async () => {
    for (let tries = 1; ; tries++)
      try {
        return await inSnapshot(keep);
      } catch (error) {
        if (tries === TRIES || !isTaken(error)) throw error;
      }
  });
}

/** Everything as of one moment, audit log and all. */
function inSnapshot<T>(work: () => Promise<T>): Promise<T> {
  return db().transaction(async (tx) => (await within(tx as unknown as Transaction, work)).result, {
    isolationLevel: 'repeatable read',
  });
}

async function keep(): Promise<number> {
  const newest = await newestVersion();
  const before = newest ? await readThings(newest.number) : [];
  const { actors, auditNumber } = await readAuthors(newest?.auditNumber ?? null);
  const after = keptThings(await readPresent(jobContext('versions')));
  const { ended, begun } = difference(before, after);
  if (newest && ended.length + begun.length === 0) {
    if (auditNumber > newest.auditNumber) await noteSeen(newest.number, auditNumber);
    return newest.number;
  }
  const number = (newest?.number ?? 0) + 1;
  await writeVersion({ number, actors, auditNumber, ended, begun });
  return number;
}

function difference(before: StoredThing[], after: KeptThing[]): { ended: string[]; begun: KeptThing[] } {
  const key = ({ section, thingId }: KeptThing) => `${section}/${thingId}`;
  const was = new Map(before.map((thing) => [key(thing), thing]));
  const begun = after.filter((thing) => {
    const found = was.get(key(thing));
    return !found || !isAsKept(found, thing);
  });
  const same = new Set(after.filter((thing) => !begun.includes(thing)).map(key));
  return { begun, ended: before.filter((thing) => !same.has(key(thing))).map(({ id }) => id) };
}

/** Another process made the version of this number meanwhile, or noted at the same time how far it has read. */
function isTaken(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return ['23505', '40001'].includes(code ?? cause?.code ?? '');
}
