/** What ends a message, at the beginning of a line. */
export const END_OF_DATA = Buffer.from('.\r\n');

/**
 * A message as it goes over the wire after DATA (RFC 5321, 2.3.8 and 4.5.2): every line ends in CRLF, a dot that begins one is doubled, and
 * a lone dot ends it. A bare CR or LF left as it is would be a line end to some servers and none to others (SMTP smuggling).
 */
export function toDataBlock(mime: Buffer): Buffer {
  return Buffer.from(`${toLines(mime)}.\r\n`, 'latin1');
}

/** The same in pieces of whole lines, `bytes` or a little more each, without the end: a large message is not held twice. */
export function* toDataPieces(mime: Buffer, bytes: number): Generator<Buffer> {
  for (let start = 0; start < mime.length; ) {
    const lineEnd = mime.indexOf('\n', start + bytes);
    const end = lineEnd < 0 ? mime.length : lineEnd + 1;
    yield Buffer.from(toLines(mime.subarray(start, end)), 'latin1');
    start = end;
  }
}

function toLines(mime: Buffer): string {
  // Bytes as characters: the regular expressions are faster than a loop over a buffer.
  const lines = mime.toString('latin1').replace(/\r\n?|\n/g, '\r\n');
  const stuffed = `\n${lines}`.replaceAll('\n.', '\n..').slice(1);
  return `${stuffed}${lines === '' || lines.endsWith('\n') ? '' : '\r\n'}`;
}
