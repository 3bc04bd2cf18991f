import { Breath } from '@/lib/async/breath';

const LF = 10;
/** Looked at between two looks at the clock: some 0.3 ms. */
const AT_ONCE = 1_000;

/**
 * The mails of an mbox file, or the one that a file is. One at a time: a file may be all beginnings, or all of what only looks like one. In an
 * mbox each begins with a line `From …` after a blank one (RFC 4155).
 */
export async function* splitMbox(file: Buffer): AsyncGenerator<Buffer> {
  const breath = new Breath();
  let looked = 0;
  if (!BEGIN.test(lineAt(file, 0))) {
    yield file;
    return;
  }
  let start = behindLine(file, 0);
  for (let at = file.indexOf(SEPARATOR, start); at >= 0; at = file.indexOf(SEPARATOR, at + 1)) {
    if (++looked % AT_ONCE === 0) await breath.take();
    const line = at + 1;
    const isAfterBlank = file[at - 1] === LF || (file[at - 1] === 13 && file[at - 2] === LF);
    if (!isAfterBlank || !BEGIN.test(lineAt(file, line))) continue;
    yield file.subarray(start, line);
    start = behindLine(file, line);
  }
  yield file.subarray(start);
}

const SEPARATOR = Buffer.from('\nFrom ');
/** `From MAILER-DAEMON Sat Nov 28 12:00:00 2026`: a sentence that begins so has no time in it. */
const BEGIN = /^From \S{1,320} .{0,40}\d\d:\d\d(?::\d\d)?\b/;

function lineAt(file: Buffer, start: number): string {
  return file.toString('latin1', start, Math.min(behindLine(file, start), start + 500));
}

function behindLine(file: Buffer, start: number): number {
  const end = file.indexOf(LF, start);
  return end < 0 ? file.length : end + 1;
}
