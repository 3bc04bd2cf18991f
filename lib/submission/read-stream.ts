import type { Readable } from 'node:stream';
import { SmtpReply } from './reply';

const MB = 1024 * 1024;
/** Of all messages that this process holds in memory: a client that sends while it is used up comes back. */
const BUDGET_BYTES = 256 * MB;
const MOST_MINUTES = 10;
/** After a minute; slower ones hold a connection for nothing. */
const LEAST_BYTES_PER_SECOND = 1024;

let held = 0;

/** The part of one message in the memory of the process; it grows with what comes beyond what was announced. */
export class Share {
  private bytes = 0;

  /** @throws SmtpReply 452 while too much is under way; one message alone always fits */
  constructor(announced = 0) {
    this.growTo(announced);
  }

  growTo(bytes: number): void {
    const more = bytes - this.bytes;
    if (more <= 0) return;
    if (held > this.bytes && held + more > BUDGET_BYTES)
      throw new SmtpReply(452, '4.3.1 Too much under way, try again later');
    held += more;
    this.bytes = bytes;
  }

  release(): void {
    held -= this.bytes;
    this.bytes = 0;
  }
}

/**
 * All of it. Whatever is wrong with it, the rest is read and forgotten: the client hears an answer only after its end.
 * @throws SmtpReply 552 beyond `most`, 452 while others take up the memory, 451 for who is too slow; an error where the client is gone
 */
export async function readStream(stream: Readable, most: number, share: Share): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const began = Date.now();
  let size = 0;
  let refusal: SmtpReply | undefined;
  const watch = setInterval(() => {
    const seconds = (Date.now() - began) / 1000;
    const isSlow = seconds > 60 && size / seconds < LEAST_BYTES_PER_SECOND;
    if (isSlow || seconds > MOST_MINUTES * 60)
      stream.destroy(new SmtpReply(451, '4.4.2 The message came too slowly'));
  }, 5_000);
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      refusal ??= refusalOf(size, most, share);
      if (refusal) chunks.length = 0;
      else chunks.push(chunk);
    }
  } finally {
    clearInterval(watch);
  }
  if (refusal) throw refusal;
  return Buffer.concat(chunks);
}

function refusalOf(size: number, most: number, share: Share): SmtpReply | undefined {
  if (size > most) return new SmtpReply(552, `5.3.4 A message may have at most ${most} bytes`);
  try {
    share.growTo(size);
    return undefined;
  } catch (error) {
    return error as SmtpReply;
  }
}
