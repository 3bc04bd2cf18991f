import { raceAbort, withTimeout } from '@/lib/async/abort';
import { followShares, shareFor } from '@/lib/capacity/shares';
import { createConnection, openConnection, type SmtpConfig } from './connection';
import { limitsOf, type SendLimits } from './limits';
import type { MailConnection } from './mail-connection';
import { timedOut } from './smtp-error';
import { Transcript } from './transcript';

/** One connection of the pool. */
export type Pooled = {
  connection: MailConnection;
  transcript?: Transcript;
  sent: number;
  usedAt: number;
  idleTimer?: NodeJS.Timeout;
};

const RESET_MS = 5000;

/**
 * Reused connections to one server, so many at once and no more. A send has a place first, which it may wait for, and then a connection.
 * nodemailer's own pool sends a message again when its connection closes, even after the body went out; here that is an unknown outcome,
 * which only the delivery engine may judge.
 */
export class SmtpPool {
  readonly limits: SendLimits;
  private readonly idle: Pooled[] = [];
  private readonly line: (() => void)[] = [];
  private taken = 0;
  private closed = false;
  private readonly unfollow = followShares(() => this.closeSpare(this.taken, this.share()));

  constructor(readonly config: SmtpConfig) {
    this.limits = limitsOf(config.settings);
  }

  get version(): number {
    return this.config.version;
  }

  /** Of the connections that the server allows, this worker's share; whoever was let through opens one all the same. */
  private size(): number {
    return Math.max(1, this.share());
  }

  private share(): number {
    const { maxConnections = 5 } = this.config.settings.pool ?? {};
    return Math.min(maxConnections, shareFor(this.config.id) ?? maxConnections);
  }

  /** Waits for a place, in order, as long as the signal allows. False: it did not come to that. */
  async enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.taken < this.size()) {
      this.taken++;
      return true;
    }
    let come = () => {};
    const turn = new Promise<boolean>((resolve) => {
      come = () => resolve(true);
    });
    this.line.push(come);
    return raceAbort(turn, signal, timedOut).catch(() => {
      const index = this.line.indexOf(come);
      if (index >= 0) this.line.splice(index, 1);
      // The place came in the same moment.
      else this.exit();
      return false;
    });
  }

  /** Gives the place to the next one. */
  exit(): void {
    const [next] = this.line;
    // Other workers may have come, whose share grew.
    if (next && this.taken <= this.size()) {
      this.line.shift();
      next();
    } else this.taken--;
  }

  /** For one who has a place: the connection that was used last, which is the likeliest to be alive, or a new one. */
  async take(signal: AbortSignal): Promise<Pooled> {
    const pooled = this.idle.pop();
    if (!pooled) return this.open(signal);
    clearTimeout(pooled.idleTimer);
    pooled.transcript?.restart();
    return pooled;
  }

  /** A new connection, for one who has a place and no connection. @throws SmtpError, with what was said as its `transcript` */
  async open(signal: AbortSignal): Promise<Pooled> {
    const { config, limits } = this;
    const transcript = config.settings.transcript ? new Transcript() : undefined;
    const connection = createConnection(config, limits.connectMs, transcript);
    const opening = (limited: AbortSignal) =>
      raceAbort(
        openConnection(connection, config, (secret) => transcript?.hide(secret)),
        limited,
        timedOut,
      );
    try {
      await withTimeout(limits.connectMs, opening, signal);
    } catch (error) {
      connection.abandon();
      throw Object.assign(error as Error, { transcript: transcript?.toString() });
    }
    const pooled: Pooled = { connection, transcript, sent: 0, usedAt: performance.now() };
    connection.on('end', () => this.forget(pooled));
    return pooled;
  }

  /** Takes a connection back, to be used again where what was said on it is `inStep`; without RSET where it is `clean`. */
  async giveBack(pooled: Pooled, { inStep, clean }: { inStep: boolean; clean: boolean }): Promise<void> {
    const { maxMessages = 100, idleMs = 30_000 } = this.config.settings.pool ?? {};
    const { connection } = pooled;
    const usable = inStep && (clean || (await isReset(connection)));
    if (!usable) connection.abandon();
    else if (this.closed || pooled.sent >= maxMessages) void connection.leave();
    else if (!connection.destroyed) {
      pooled.usedAt = performance.now();
      pooled.idleTimer = setTimeout(() => this.retire(pooled), idleMs).unref();
      this.idle.push(pooled);
      // Whoever gives one back still has its place.
      this.closeSpare(this.taken - 1, this.size());
    }
  }

  /** The server counts idle connections too: what the share has become too small for is closed, the longest unused first. */
  private closeSpare(inUse: number, most: number): void {
    while (this.idle.length > 0 && this.idle.length + inUse > most) this.retire(this.idle[0]!);
  }

  close(): void {
    this.closed = true;
    this.unfollow();
    for (const pooled of [...this.idle]) this.retire(pooled);
  }

  private retire(pooled: Pooled): void {
    if (this.forget(pooled)) void pooled.connection.leave();
  }

  private forget(pooled: Pooled): boolean {
    clearTimeout(pooled.idleTimer);
    const index = this.idle.indexOf(pooled);
    if (index >= 0) this.idle.splice(index, 1);
    return index >= 0;
  }
}

async function isReset(connection: MailConnection): Promise<boolean> {
  connection.allow(RESET_MS);
  const reply = await connection.exchange('RSET', RESET_MS).catch(() => '');
  return reply.startsWith('2');
}
