/** Encoded words of UTF-8 as a mail program reads them (RFC 2047, 6.2: blanks between two of them are not text). */
export function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?UTF-8\?[QB]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat([...words.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)].map(toBytes)).toString('utf8'),
    );
}

function toBytes([, encoding, text = '']: RegExpMatchArray): Buffer {
  if (encoding!.toUpperCase() === 'B') return Buffer.from(text, 'base64');
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
