import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { END_OF_DATA, toDataBlock, toDataPieces } from './data-block';
import { completeLastReply, type Internals, type OnError } from './internals';
import type { SendLimits } from './limits';
import { ResolvingConnection } from './resolving-connection';
import { lost, type SmtpError, timedOut, uploadTimedOut } from './smtp-error';

/** Up to here a body goes out with its end in one write, which costs the server half the reads. */
const MAX_BLOCK_BYTES = 64 * 1024;
const PIECE_BYTES = 64 * 1024;

const FAREWELL_MS = 5000;

type Waiter = { limitMs: number; reject: (error: Error) => void };
const nodemailers = SMTPConnection.prototype as unknown as Internals;

/**
 * nodemailer's connection up to the sign-in; the mail itself is said by us. Its `send` loses the words of a server that refuses and closes,
 * cannot tell a body that was cut from one that arrived whole, and knows one time-out for everything.
 */
export class MailConnection extends ResolvingConnection {
  private readonly waiters: Waiter[] = [];
  private timer: NodeJS.Timeout | undefined;
  private wakesAt = 0;
  /** When the part of the conversation that is under way ends, and with what. */
  private endsAt = Number.POSITIVE_INFINITY;
  private late = timedOut;
  /** No part ends later. */
  private deadline = Number.POSITIVE_INFINITY;
  private cause: SmtpError | undefined;
  private hearing = false;

  constructor(options: ConstructorParameters<typeof SMTPConnection>[0]) {
    super(options);
    this.on('error', (error: SmtpError) => {
      this.cause ??= error;
    });
    this.on('end', () => this.failAll());
  }

  /** After the sign-in time is kept here: an idle connection is no silent one, and a slow upload neither. */
  takeOver(): void {
    const { _socket } = this.inside;
    if (_socket) _socket.setTimeout(0);
  }

  offers(extension: string): boolean {
    return this.inside._supportedExtensions.includes(extension);
  }

  /** The largest message it takes, as it announced (RFC 1870); 0: it named none. */
  get maxBytes(): number {
    return this.inside._maxAllowedSize;
  }

  /** What its last EHLO announced, a line each; undefined: there was none. */
  get announced(): string[] | undefined {
    return this.inside._ehloLines;
  }

  /** From now on, all that follows together. */
  allow(ms: number): void {
    this.deadline = performance.now() + ms;
  }

  /** Sends a command and resolves with the reply to it, whatever it says. @throws SmtpError: no reply in time, or the connection is gone */
  exchange(line: string, limitMs: number): Promise<string> {
    const answer = this.nextReply(limitMs);
    this.inside._sendCommand(line);
    return answer;
  }

  /** Several commands in one go and one write (RFC 2920), each with its reply. */
  exchangeAll(lines: string[], firstLimitMs: number, limitMs: number): Promise<string>[] {
    const answers = lines.map((_line, index) => this.nextReply(index === 0 ? firstLimitMs : limitMs));
    this.inside._sendCommand(lines.join('\r\n'));
    return answers;
  }

  /**
   * Sends the message and resolves with the reply to it. `onEnd` is called just before its end may leave: until then the server cannot have
   * taken it; an answer that comes before is one to what it has seen so far. @throws SmtpError
   */
  async sendBody(mime: Buffer, limits: SendLimits, onEnd: () => void): Promise<string> {
    this.allow(limits.uploadMs(mime.length) + limits.lastReplyMs(mime.length));
    const answer = this.nextReply(limits.uploadMs(mime.length));
    if (mime.length <= MAX_BLOCK_BYTES) {
      this.checkWritable();
      onEnd();
      this.write(toDataBlock(mime));
      return answer;
    }
    const early = await this.upload(mime, limits, answer);
    if (early !== undefined) return early;
    this.checkWritable();
    onEnd();
    this.arm(limits.lastReplyMs(mime.length));
    this.write(END_OF_DATA);
    return answer;
  }

  /** Piece by piece, each when the one before has left this process. Resolves with the reply, where one came already. */
  private async upload(
    mime: Buffer,
    limits: SendLimits,
    answer: Promise<string>,
  ): Promise<string | undefined> {
    const until = performance.now() + limits.uploadMs(mime.length);
    let early: string | undefined;
    const heard = answer.then((reply) => {
      early = reply;
    });
    for (const piece of toDataPieces(mime, PIECE_BYTES)) {
      this.checkWritable();
      this.arm(Math.min(limits.stallMs, until - performance.now()), uploadTimedOut);
      await Promise.race([this.flushed(piece), heard]);
      // What the server said or did meanwhile is read in this turn of the loop.
      await nextTurn();
      if (early !== undefined) return early;
    }
    return undefined;
  }

  /** Gives the connection up at once: nothing that still waits to be written leaves. */
  abandon(error: SmtpError = lost()): void {
    this.cause ??= error;
    const { _socket } = this.inside;
    if (_socket) _socket.destroy();
    this.close();
  }

  /** Says good-bye, and does not wait for an answer longer than a few seconds. */
  async leave(): Promise<void> {
    this.allow(FAREWELL_MS);
    await this.exchange('QUIT', FAREWELL_MS).catch(() => undefined);
    this.close();
  }

  private get inside(): Internals {
    return this as unknown as Internals;
  }

  private nextReply(limitMs: number): Promise<string> {
    if (this.destroyed) return Promise.reject(this.cause ?? lost());
    const answer = new Promise<string>((resolve, reject) => {
      this.waiters.push({ limitMs, reject });
      this.inside._responseActions.push((reply) => {
        this.waiters.shift();
        resolve(reply);
        const [next] = this.waiters;
        if (next) this.arm(next.limitMs);
        else this.endsAt = Number.POSITIVE_INFINITY;
      });
    });
    if (this.waiters.length === 1) this.arm(limitMs);
    // Of commands that were sent together, those behind a refusal are nobody's business any more.
    answer.catch(() => undefined);
    return answer;
  }

  /** The end of the part under way moves with every reply; one timer follows it, so that a reply costs none. */
  private arm(limitMs: number, error = timedOut): void {
    this.late = error;
    this.endsAt = Math.min(performance.now() + limitMs, this.deadline);
    if (this.timer && this.wakesAt <= this.endsAt) return;
    clearTimeout(this.timer);
    this.wakesAt = this.endsAt;
    this.timer = setTimeout(() => this.wake(), Math.max(0, this.endsAt - performance.now()));
  }

  private wake(): void {
    this.timer = undefined;
    if (this.endsAt === Number.POSITIVE_INFINITY) return;
    const leftMs = this.endsAt - performance.now();
    if (leftMs <= 1) this.abandon(this.late());
    else this.arm(leftMs, this.late);
  }

  private failAll(): void {
    clearTimeout(this.timer);
    for (const { reject } of this.waiters.splice(0)) reject(this.cause ?? lost());
  }

  /** A server that closed its half will answer no more: what it cannot confirm is not finished. */
  private checkWritable(): void {
    const { _socket } = this.inside;
    if (!_socket || this.destroyed || !_socket.writable || _socket.readableEnded) throw this.cause ?? lost();
  }

  private write(block: Buffer, done?: (error?: Error | null) => void): void {
    (this.inside._socket as Socket).write(block, done);
  }

  private flushed(block: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.write(block, (error) => (error ? reject(this.cause ?? error) : resolve()));
    });
  }

  /** Overrides nodemailer's. @internal */
  _onClose(): void {
    this.hearOut();
    nodemailers._onClose.call(this);
  }

  /** Overrides nodemailer's. @internal */
  _onError(...broken: Parameters<OnError>): void {
    if (broken[1] === 'ESOCKET') this.hearOut();
    super._onError(...broken);
  }

  /** nodemailer reads one reply a turn; those that are here when the connection ends are answers all the same, the last one even cut. */
  private hearOut(): void {
    if (this.hearing) return;
    this.hearing = true;
    const own = this.inside;
    completeLastReply(own);
    for (let left = own._responseQueue.length; left > 0 && own._responseActions.length > 0; left--)
      own._processResponse();
    this.hearing = false;
  }
}
