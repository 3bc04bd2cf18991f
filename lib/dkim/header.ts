/** One header field: its name in lower case, and all behind the colon, as it is folded. */
export type Field = { name: string; value: string };

/** Bytes as characters (latin1). Lines end in CRLF, as they will on the wire. */
export function splitMail(mime: Buffer): { header: string; bodyAt: number } {
  const { end, bodyAt } = findBody(mime);
  return { header: mime.toString('latin1', 0, end).replace(/\r\n?|\n/g, '\r\n'), bodyAt };
}

/** The first empty line, whatever ends lines. */
function findBody(mime: Buffer): { end: number; bodyAt: number } {
  for (let at = mime.indexOf('\n'); at >= 0; at = mime.indexOf('\n', at + 1)) {
    const next = mime[at + 1] === CR ? at + 2 : at + 1;
    if (mime[next] === LF) return { end: at + 1, bodyAt: next + 1 };
  }
  return { end: mime.length, bodyAt: mime.length };
}

const CR = 13;
const LF = 10;

export function readFields(header: string): Field[] {
  return header.split(/\r\n(?![ \t])/).flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon <= 0) return [];
    return [
      { name: line.slice(0, colon).replace(BLANKS_AT_END, '').toLowerCase(), value: line.slice(colon + 1) },
    ];
  });
}

/** RFC 6376, 3.4.2. Blanks are space and tab alone: what `\s` and `trim` know besides are bytes of UTF-8 letters here. */
export function relaxField({ name, value }: Field): string {
  const text = value
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ /, '')
    .replace(/ $/, '');
  return `${name}:${text}`;
}

const BLANKS_AT_END = /[ \t]+$/;
