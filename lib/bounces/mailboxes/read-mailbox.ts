import type { ImapFlow, SearchObject } from 'imapflow';
import { type Context, jobContext } from '@/lib/context';
import { log } from '@/lib/log';
import { MOST_BYTES } from '../cut-to-size';
import { readMail } from '../read-file';
import { lookUp, signIn } from './connect';
import { MailboxFailure, toFailure } from './failure';
import { openFolder } from './folder';
import { beginFolder, type Lease, recordMail } from './lease';
import type { MailboxRow } from './view';

/** One turn reads no more mails, and begins none after so long: others wait. */
const MOST_MAILS = 200;
const LONGEST_MS = 30_000;
/** Of a folder that was never read, or whose numbers are new: what is older tells of messages that are at rest. */
const DAYS_BACK = 30;
const DAY_MS = 86_400_000;

type Turn = { row: MailboxRow; lease: Lease; client: ImapFlow; ctx: Context };

/**
 * What came since the last time. Each mail is noted, then marked or moved, then its number kept: who is killed between reads one again, which
 * changes nothing, and misses none. True: there are more. @throws MailboxFailure, or what the database threw
 */
export async function readMailbox(row: MailboxRow, lease: Lease, signal: AbortSignal): Promise<boolean> {
  const addresses = await lookUp(row);
  const { client, secret, broke } = await signIn(row, addresses, signal);
  const ctx = { ...jobContext('read-mailboxes'), companyId: row.companyId };
  try {
    return await readFolder({ row, lease, client, ctx });
  } catch (error) {
    // A connection that was ended by the clock says no more than that.
    if (signal.aborted) throw new MailboxFailure('timeout');
    if (isOurs(error)) throw error;
    throw toFailure(broke() ?? error, 'protocol', secret);
  } finally {
    await leave(client);
  }
}

async function readFolder(turn: Turn): Promise<boolean> {
  const { row, lease, client } = turn;
  const { uidValidity, uidNext } = await openFolder(client, row);
  const isKnown = row.uidValidity === uidValidity;
  const uids = isKnown ? await listNew(client, row.lastUid) : await listRecent(client);
  // What is older is not read later, either, should this turn end here.
  if (!isKnown && !(await ours(beginFolder(lease, uidValidity, (uids[0] ?? uidNext) - 1)))) return false;
  const until = performance.now() + LONGEST_MS;
  for (const [index, uid] of uids.entries()) {
    if (index === MOST_MAILS || performance.now() > until) return true;
    if (!(await readOne(turn, uid))) return false;
  }
  return false;
}

/** Where there are none newer, `n:*` still names the last one (RFC 3501, 6.4.8). */
async function listNew(client: ImapFlow, lastUid: number): Promise<number[]> {
  const found = await search(client, { uid: `${lastUid + 1}:*` });
  return found.filter((uid) => uid > lastUid);
}

async function listRecent(client: ImapFlow): Promise<number[]> {
  const since = new Date(Date.now() - DAYS_BACK * DAY_MS);
  return search(client, { since });
}

/** A server that refuses to look is told by false, not by an error: it has not said that there is nothing. */
async function search(client: ImapFlow, what: SearchObject): Promise<number[]> {
  const found = await client.search(what, { uid: true });
  if (!found) throw new MailboxFailure('protocol');
  return found.toSorted((a, b) => a - b);
}

async function readOne(turn: Turn, uid: number): Promise<boolean> {
  const { client, lease } = turn;
  const part = { start: 0, maxLength: MOST_BYTES };
  const found = await client.fetchOne(String(uid), { uid: true, source: part }, { uid: true });
  // Somebody has deleted it meanwhile.
  if (!found) return ours(recordMail(lease, { uid, noted: false, unreadable: false }));
  const told = await note(turn, uid, found.source ?? Buffer.alloc(0));
  // What we failed at stays where a person finds it.
  if (!told.unreadable) await mark(turn, uid);
  return ours(recordMail(lease, { uid, ...told }));
}

/** One that we fail at must not hold up all that come after it. */
async function note({ ctx, row }: Turn, uid: number, source: Buffer) {
  try {
    const { results, reports = [] } = await ours(readMail(ctx, source));
    return {
      noted: [...(results ?? []), ...reports].some(({ effect }) => effect === 'noted'),
      unreadable: results === null,
    };
  } catch (error) {
    if (!isOfMail((error as Ours).error)) throw error;
    log.error('a mail of a bounce mailbox was passed over', { mailboxId: row.id, uid, error });
    return { noted: false, unreadable: true };
  }
}

/** What the database does not take of it (SQLSTATE, classes 22 and 23), or our code; anything else that has a code passes. */
function isOfMail(error: unknown): boolean {
  const links = [error, (error as { cause?: unknown } | null)?.cause];
  const codes = links
    .map((link) => (link as { code?: unknown } | null)?.code)
    .filter((code) => typeof code === 'string');
  return codes.every((code) => /^2[23]\w{3}$/.test(code as string));
}

async function mark({ client, row }: Turn, uid: number): Promise<void> {
  if (row.afterReading === 'seen') await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  // A folder that is not there is told by false, not by an error.
  if (row.afterReading === 'move' && !(await client.messageMove(String(uid), row.moveTo!, { uid: true })))
    throw new MailboxFailure('target_folder');
}

async function leave(client: ImapFlow): Promise<void> {
  await client.logout().catch(() => undefined);
  client.close();
}

/** What went wrong here, in the database or in our code, is no fault of the mailbox. */
class Ours extends Error {
  constructor(readonly error: unknown) {
    super('not a fault of the mailbox', { cause: error });
  }
}

function isOurs(error: unknown): error is Ours {
  return error instanceof Ours;
}

async function ours<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Ours(error);
  }
}
