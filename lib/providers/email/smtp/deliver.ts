import { meaningOf } from './classify';
import { roundMs } from './limits';
import type { Pooled, SmtpPool } from './pool';
import { serverMessageId } from './server-message-id';
import { CANNOT_CARRY, type SmtpError, timedOut } from './smtp-error';
import { type Envelope, type Transaction, transact } from './transaction';

/** What became of a message at one recipient. `endSent`: without a reply the server may have it all the same. */
export type Told = { reply: string; serverMessageId?: string } | { error: SmtpError; endSent: boolean };

export type Delivery = {
  /** For every recipient of the envelope. */
  told: Map<string, Told>;
  /** Without the wait for a connection. */
  sendingMs: number;
  transcript?: string;
};

/** Sends a message to all recipients, in as many transactions as the server wants. It is composed when its turn has come: it may be large. */
export async function deliver(
  pool: SmtpPool,
  envelope: Envelope,
  compose: () => Buffer | Promise<Buffer>,
  { signal, onConnected }: Pick<Way, 'signal' | 'onConnected'>,
): Promise<Delivery> {
  if (!(await pool.enter(signal))) {
    const told: Told = { error: timedOut(), endSent: false };
    return { told: new Map(envelope.to.map((address) => [address, told])), sendingMs: 0 };
  }
  const way: Way = { pool, signal, onConnected, reconnected: false, transcripts: [] };
  try {
    const mime = await compose();
    const startedAt = performance.now();
    const told = await sendInRounds(way, envelope, mime);
    const sendingMs = Math.round(performance.now() - startedAt);
    return { told, sendingMs, transcript: transcriptOf(way) };
  } finally {
    // The outcome is known; it does not wait for what the connection needs to be used again.
    void giveBack(way).finally(() => pool.exit());
  }
}

/** How a message goes: over which connection, and what that one and those before it heard. */
type Way = {
  pool: SmtpPool;
  signal: AbortSignal;
  /** Before anything is said of the message. @throws where it is not to be sent after all */
  onConnected: () => Promise<void>;
  pooled?: Pooled;
  last?: Transaction;
  reconnected: boolean;
  transcripts: string[];
};

/** Recipients beyond what one transaction takes go in the next, as long as each takes some. */
async function sendInRounds(way: Way, { from, to }: Envelope, mime: Buffer): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  const again = performance.now() + roundMs(way.pool.limits, mime.length);
  for (let left = to; left.length > 0; ) {
    const transaction = await sendOnce(way, { from, to: left }, mime);
    for (const address of left) told.set(address, tell(transaction, address, way.pool.config.settings.host));
    const rest =
      transaction.reply === undefined ? [] : left.filter((address) => isLeftOver(transaction, address));
    left = rest.length < left.length && performance.now() < again ? rest : [];
  }
  return told;
}

/**
 * A connection that was used before may be dead, or about to be closed by the server. As long as the message's end was not sent, what a
 * fresh one says counts.
 */
async function sendOnce(way: Way, envelope: Envelope, mime: Buffer): Promise<Transaction> {
  try {
    way.pooled ??= await connected(way);
    const reused = way.pooled.sent > 0;
    const transaction = await transactOver(way, way.pooled, envelope, mime);
    if (!reused || way.reconnected || way.signal.aborted || !wasStale(transaction)) return transaction;
    way.reconnected = true;
    way.transcripts.push(way.pooled.transcript?.toString() ?? '');
    way.pooled.connection.abandon();
    way.pooled = undefined;
    way.pooled = await way.pool.open(way.signal);
    return await transactOver(way, way.pooled, envelope, mime);
  } catch (error) {
    way.transcripts.push((error as { transcript?: string }).transcript ?? '');
    return {
      refusals: new Map(),
      failure: error as SmtpError,
      answered: false,
      endSent: false,
      inStep: false,
    };
  }
}

async function connected(way: Way): Promise<Pooled> {
  const pooled = await way.pool.take(way.signal);
  way.pooled = pooled;
  await way.onConnected();
  return pooled;
}

async function transactOver(
  way: Way,
  pooled: Pooled,
  envelope: Envelope,
  mime: Buffer,
): Promise<Transaction> {
  const { connection, sent, usedAt } = pooled;
  const stop = () => connection.abandon(timedOut());
  if (way.signal.aborted) stop();
  way.signal.addEventListener('abort', stop, { once: true });
  const idleMs = sent > 0 ? performance.now() - usedAt : null;
  way.last = await transact(connection, envelope, mime, way.pool.limits, idleMs);
  way.signal.removeEventListener('abort', stop);
  pooled.sent++;
  pooled.usedAt = performance.now();
  return way.last;
}

/** The connection ended or the server was about to end it. qmail says so as `451 timeout (#4.4.2)`. */
function wasStale({ failure, answered, endSent }: Transaction): boolean {
  if (!failure || endSent) return false;
  const { code, responseCode, response = '' } = failure;
  if (responseCode) return responseCode === 421 || /\b4\.4\.2\b/.test(response);
  return code === 'ETIMEDOUT' ? !answered : code !== CANNOT_CARRY && code !== 'EPROTOCOL';
}

function isLeftOver({ refusals }: Transaction, address: string): boolean {
  const refused = refusals.get(address);
  return refused?.responseCode !== undefined && meaningOf(refused).cause === 'too_many_recipients';
}

function tell(transaction: Transaction, address: string, host: string): Told {
  const { refusals, failure, reply, endSent } = transaction;
  const refused = refusals.get(address);
  if (reply !== undefined)
    return refused
      ? { error: refused, endSent: false }
      : { reply, serverMessageId: serverMessageId(reply, host) };
  // Those left over would have shared the fate of the others, but for an unknown one: they were not in it.
  const unknown = endSent && !failure?.responseCode;
  const shares = failure && (!refused || (isLeftOver(transaction, address) && !unknown));
  return shares ? { error: failure, endSent } : { error: refused as SmtpError, endSent: false };
}

function transcriptOf({ pooled, transcripts }: Way): string | undefined {
  return [...transcripts, pooled?.transcript?.toString() ?? ''].join('') || undefined;
}

async function giveBack({ pool, pooled, last }: Way): Promise<void> {
  if (!pooled) return;
  const clean = last?.reply !== undefined || !last?.answered;
  await pool.giveBack(pooled, { inStep: last?.inStep ?? false, clean });
}
