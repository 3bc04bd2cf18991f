/** A bounce says what it has to say at its beginning; what follows is the returned message. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** The parser takes some 25 µs a line, however short. */
const MOST_LINES = 20_000;
/** The parser takes some 0.2 ms a part. */
const MOST_BOUNDARIES = 200;
export const MOST_HEADER_BYTES = 64 * 1024;

const LF = 10;
const DASH = 45;

/** As much of a mail as may be parsed: size, lines and lines that may begin a part each have their end. */
export function cutToSize(mail: Uint8Array): Uint8Array {
  const end = Math.min(mail.length, MOST_BYTES);
  let boundaries = 0;
  let start = 0;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    if (mail[start] === DASH && mail[start + 1] === DASH && ++boundaries > MOST_BOUNDARIES) break;
    const next = mail.indexOf(LF, start);
    if (next < 0 || next >= end) return mail.subarray(0, end);
    start = next + 1;
  }
  return mail.subarray(0, start);
}
