import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** One regular expression over 20 MB would hold everybody up for a third of a second. */
const SLICE_BYTES = 256 * 1024;

/** `bh=` of the relaxed body (RFC 6376, 3.4.4): blanks run together and go from ends of lines, empty lines from the end of all. */
export async function hashBody(mime: Buffer, bodyAt: number): Promise<string> {
  const hash = createHash('sha256');
  let emptyLines = 0;
  let begun = false;
  for (let at = bodyAt; at < mime.length; ) {
    const lineEnd = mime.indexOf('\n', at + SLICE_BYTES);
    const end = lineEnd < 0 ? mime.length : lineEnd + 1;
    const text = relaxLines(mime.toString('latin1', at, end));
    const kept = withoutEmptyEnd(text);
    if (kept > 0) {
      hash.update('\r\n'.repeat(emptyLines));
      hash.update(text.slice(0, kept), 'latin1');
      emptyLines = 0;
      begun = true;
    }
    emptyLines += (text.length - kept) / 2;
    at = end;
    if (at < mime.length) await nextTurn();
  }
  if (begun) hash.update('\r\n');
  return hash.digest('base64');
}

/** Whole lines, each with its end. */
function relaxLines(text: string): string {
  const lines = text.replace(/\r\n?|\n/g, '\r\n');
  const whole = lines === '' || lines.endsWith('\r\n') ? lines : `${lines}\r\n`;
  return whole.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n');
}

/** Up to where there is something; the end of the last line that has some comes later, with whatever follows. */
function withoutEmptyEnd(text: string): number {
  let end = text.length;
  while (end >= 2 && text.charCodeAt(end - 1) === 10 && text.charCodeAt(end - 2) === 13) end -= 2;
  return end;
}
