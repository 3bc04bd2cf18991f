import { Breath } from '@/lib/async/breath';

const PIECE_BYTES = 512 * 1024;
const [CR, LF] = [0x0d, 0x0a];

/** A bare CR or LF would be a line end to some servers on the way and none to others. The same bytes where all are right. */
export async function withLineEnds(mail: Buffer): Promise<Buffer> {
  const breath = new Breath();
  const pieces: Buffer[] = [];
  let isRight = true;
  for (let at = 0; at < mail.length; ) {
    let end = Math.min(at + PIECE_BYTES, mail.length);
    // Not between the two of one line end.
    if (mail[end - 1] === CR && mail[end] === LF) end++;
    const piece = mail.subarray(at, end);
    const text = piece.toString('latin1');
    const right = text.replace(/\r\n|\r|\n/g, '\r\n');
    const isSame = right.length === text.length && right === text;
    isRight &&= isSame;
    pieces.push(isSame ? piece : Buffer.from(right, 'latin1'));
    at = end;
    await breath.take();
  }
  return isRight ? mail : Buffer.concat(pieces);
}

/** Without its end. */
export async function hasLineOver(most: number, mail: Buffer): Promise<boolean> {
  const breath = new Breath();
  let next = PIECE_BYTES;
  for (let start = 0; start < mail.length; ) {
    const end = mail.indexOf('\r\n', start);
    if ((end < 0 ? mail.length : end) - start > most) return true;
    if (end < 0) return false;
    start = end + 2;
    if (start < next) continue;
    next = start + PIECE_BYTES;
    await breath.take();
  }
  return false;
}
