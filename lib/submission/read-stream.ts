import type { Readable } from 'node:stream';
import { SmtpReply } from './reply';

const MB = 1024 * 1024;
/** Of all messages that this process holds in memory: a client that sends while it is used up comes back. */
const BUDGET_BYTES = 256 * MB;
/** A client that says nothing of its size may send this much before it counts. */
const UNKNOWN_BYTES = 2 * MB;
const MOST_MINUTES = 10;
/** After a minute; slower ones hold a connection for nothing. */
const LEAST_BYTES_PER_SECOND = 1024;

let held = 0;

/** How much of the budget is taken, in bytes. */
export const heldBytes = () => held;

/** For a message of that size, which the client may have announced. @throws SmtpReply 452 while too many are under way */
export function reserve(announced: number | undefined): () => void {
  const bytes = announced ?? UNKNOWN_BYTES;
  if (held > 0 && held + bytes > BUDGET_BYTES)
    throw new SmtpReply(452, '4.3.1 Too much under way, try again later');
  held += bytes;
  let given = false;
  return () => {
    if (!given) held -= bytes;
    given = true;
  };
}

/** All of it. @throws SmtpReply 552 beyond `most`, 451 for who is too slow, an error where the client is gone in the middle */
export async function readStream(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const began = Date.now();
  let size = 0;
  let watch: NodeJS.Timeout | undefined;
  try {
    watch = setInterval(() => {
      const seconds = (Date.now() - began) / 1000;
      const isSlow = seconds > 60 && size / seconds < LEAST_BYTES_PER_SECOND;
      if (isSlow || seconds > MOST_MINUTES * 60)
        stream.destroy(new SmtpReply(451, '4.4.2 The message came too slowly'));
    }, 5_000);
    for await (const chunk of stream) {
      size += chunk.length;
      // What is beyond it is read and forgotten: the client hears the answer only at its end.
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
    }
  } finally {
    clearInterval(watch);
  }
  if (size > most) throw new SmtpReply(552, `5.3.4 A message may have at most ${most} bytes`);
  return Buffer.concat(chunks);
}
