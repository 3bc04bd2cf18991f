import { OutboundError } from './outbound-error';

/** Looking the host up and connecting to it, each. */
export const CONNECT_MS = 10_000;
/** What an answer may take where the caller does not say. */
const ANSWER_MS = 30_000;
/** A line slower than this is given up: 25 MB may take some 13 minutes. */
const SLOWEST_BYTES_PER_MS = 32;
/** Before a line comes up to speed. */
const UPLOAD_MARGIN_MS = 10_000;
/** So much may lie in the system's buffers when the last piece has left Node. */
const BUFFERED_BYTES = 256 * 1024;

type Phase = { ms: number; says: string };

/** The three time-outs of a request, one after the other: no connection, a body that does not get through, no answer to it. */
export class RequestClock {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private readonly stop: () => void;
  readonly signal = this.controller.signal;

  constructor(
    private readonly caller: AbortSignal,
    private readonly bytes: number,
    private readonly answerMs = ANSWER_MS,
  ) {
    this.stop = () => this.abort('stopped');
    if (caller.aborted) this.stop();
    else caller.addEventListener('abort', this.stop, { once: true });
  }

  lookUp(): void {
    this.run({ ms: CONNECT_MS, says: 'no answer from the DNS' });
  }

  /** How long one waits for a free connection is the caller's; connecting has its own limit. Without a body the answer's time begins here. */
  request(): void {
    if (this.bytes > 0) clearTimeout(this.timer);
    else this.run({ ms: CONNECT_MS + this.answerMs, says: 'no answer' });
  }

  upload(): void {
    this.run({
      ms: UPLOAD_MARGIN_MS + this.bytes / SLOWEST_BYTES_PER_MS,
      says: 'the line is too slow for the message',
    });
  }

  answer(): void {
    const bufferedMs = Math.min(this.bytes, BUFFERED_BYTES) / SLOWEST_BYTES_PER_MS;
    this.run({ ms: this.answerMs + bufferedMs, says: 'no answer' });
  }

  end(): void {
    clearTimeout(this.timer);
    this.caller.removeEventListener('abort', this.stop);
  }

  private run({ ms, says }: Phase): void {
    clearTimeout(this.timer);
    if (!this.signal.aborted)
      this.timer = setTimeout(() => this.abort(`${says} within ${Math.ceil(ms / 1000)} s`), ms);
  }

  /** `sent` is for who catches it to say. */
  private abort(says: string): void {
    this.controller.abort(new OutboundError('timeout', false, 'ETIMEDOUT', says));
  }
}
