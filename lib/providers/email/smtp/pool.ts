import { raceAbort } from '@/lib/abort';
import { createConnection, openConnection, type SmtpConfig, type SmtpError } from './connection';
import type { Envelope, MailConnection } from './mail-connection';
import { Transcript } from './transcript';

export type Delivery = {
  accepted: string[];
  rejected: (SmtpError & { recipient?: string })[];
  reply: string;
  serverMessageId?: string;
  transcript?: string;
};

/** A send that failed as a whole. `bodySent`: the server may have the message all the same. */
export class DeliveryError extends Error {
  constructor(
    readonly smtpError: SmtpError,
    readonly bodySent: boolean,
    readonly transcript?: string,
  ) {
    super(smtpError.message);
  }
}

type Pooled = {
  connection: MailConnection;
  transcript?: Transcript;
  sent: number;
  idleTimer?: NodeJS.Timeout;
};

/**
 * Reused connections to one server. nodemailer's own pool sends a message again when its connection closes, even after the
 * body went out; here that is an unknown outcome, which only the delivery engine may judge. Hence this one, over its connection.
 */
export class SmtpPool {
  private readonly idle: Pooled[] = [];
  private readonly waiting: (() => void)[] = [];
  private open = 0;
  private closed = false;

  constructor(private readonly config: SmtpConfig) {}

  get version(): number {
    return this.config.version;
  }

  /** A server may have closed a connection that was idle a moment before we use it: then a fresh one is tried, as nothing was said. */
  async deliver(envelope: Envelope, mime: Buffer, signal: AbortSignal): Promise<Delivery> {
    const pooled = await this.acquire(signal);
    const reused = pooled.sent > 0;
    try {
      return await this.deliverOver(pooled, envelope, mime, signal);
    } catch (error) {
      if (!reused || signal.aborted || !wasStale(error)) throw error;
      return this.deliverOver(await this.acquire(signal), envelope, mime, signal);
    }
  }

  private async deliverOver(
    pooled: Pooled,
    envelope: Envelope,
    mime: Buffer,
    signal: AbortSignal,
  ): Promise<Delivery> {
    if (signal.aborted) {
      this.release(pooled, true);
      throw new DeliveryError(timedOut(), false);
    }
    const stop = () => pooled.connection.close();
    signal.addEventListener('abort', stop, { once: true });
    let reusable = false;
    try {
      const delivery = await transmit(pooled, envelope, mime, signal);
      reusable = !signal.aborted;
      return delivery;
    } catch (error) {
      // A refusal leaves the session usable after RSET; a dead socket does not.
      if (
        error instanceof DeliveryError &&
        error.smtpError.responseCode &&
        error.smtpError.responseCode !== 421
      )
        reusable = await reset(pooled.connection);
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.release(pooled, reusable);
    }
  }

  close(): void {
    this.closed = true;
    for (const pooled of this.idle.splice(0)) this.drop(pooled);
  }

  private async acquire(signal: AbortSignal): Promise<Pooled> {
    const { maxConnections = 5 } = this.config.settings.pool ?? {};
    while (this.idle.length === 0 && this.open >= maxConnections)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    const idle = this.idle.pop();
    if (idle) {
      clearTimeout(idle.idleTimer);
      return idle;
    }
    this.open++;
    const transcript = this.config.settings.transcript ? new Transcript() : undefined;
    const connection = createConnection(this.config, this.config.settings.timeoutMs, transcript);
    try {
      const opening = openConnection(connection, this.config, (secret) => transcript?.hide(secret));
      await raceAbort(opening, signal, timedOut);
      const pooled: Pooled = { connection, transcript, sent: 0 };
      connection.on('error', () => undefined);
      connection.on('end', () => this.dropIdle(pooled));
      return pooled;
    } catch (error) {
      connection.close();
      this.open--;
      this.waiting.shift()?.();
      throw new DeliveryError(error as SmtpError, false, transcript?.toString());
    }
  }

  private release(pooled: Pooled, reusable: boolean): void {
    const { maxMessages = 100, idleMs = 30_000 } = this.config.settings.pool ?? {};
    pooled.sent++;
    if (!reusable || this.closed || pooled.sent >= maxMessages) this.drop(pooled);
    else {
      pooled.idleTimer = setTimeout(() => this.dropIdle(pooled), idleMs).unref();
      this.idle.push(pooled);
    }
    this.waiting.shift()?.();
  }

  private dropIdle(pooled: Pooled): void {
    const index = this.idle.indexOf(pooled);
    if (index < 0) return;
    this.idle.splice(index, 1);
    this.drop(pooled);
  }

  private drop(pooled: Pooled): void {
    clearTimeout(pooled.idleTimer);
    this.open--;
    pooled.connection.quit();
  }
}

function transmit(pooled: Pooled, envelope: Envelope, mime: Buffer, signal: AbortSignal): Promise<Delivery> {
  let bodySent = false;
  const before = pooled.transcript?.toString().length ?? 0;
  const transcript = () => pooled.transcript?.toString().slice(pooled.sent === 0 ? 0 : before);
  return new Promise((resolve, reject) => {
    const fail = (error: SmtpError) => {
      pooled.connection.removeListener('end', ended);
      reject(new DeliveryError(signal.aborted ? timedOut() : error, bodySent, transcript()));
    };
    // A connection that is closed, by us on abort or by the peer, may never call back.
    const ended = () => fail(lost());
    pooled.connection.once('end', ended);
    const bodyGoes = () => {
      bodySent = true;
    };
    pooled.connection.sendMime(envelope, mime, bodyGoes).then((info) => {
      pooled.connection.removeListener('end', ended);
      resolve({
        accepted: info.accepted,
        rejected: (info.rejectedErrors ?? []) as Delivery['rejected'],
        reply: info.response,
        serverMessageId: info.serverMessageId,
        transcript: transcript(),
      });
    }, fail);
  });
}

/** The connection went without a reply, and the server cannot have the message. */
function wasStale(error: unknown): boolean {
  return error instanceof DeliveryError && !error.bodySent && !error.smtpError.responseCode;
}

function timedOut(): SmtpError {
  return Object.assign(new Error('The server did not answer in time'), { code: 'ETIMEDOUT' });
}

function lost(): SmtpError {
  return Object.assign(new Error('The server closed the connection'), { code: 'ECONNECTION' });
}

function reset(connection: MailConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const ended = () => resolve(false);
    connection.once('end', ended);
    connection.reset((error) => {
      connection.removeListener('end', ended);
      resolve(!error);
    });
  });
}
