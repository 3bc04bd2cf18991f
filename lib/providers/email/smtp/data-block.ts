/**
 * A message as it goes over the wire after DATA (RFC 5321, 2.3.8 and 4.5.2): every line ends in CRLF, a dot that begins one is doubled, and
 * a lone dot ends it. A bare CR or LF left as it is would be a line end to some servers and none to others (SMTP smuggling).
 */
export function toDataBlock(mime: Buffer): Buffer {
  // Bytes as characters: the regular expressions are faster than a loop over a buffer.
  const lines = mime.toString('latin1').replace(/\r\n?|\n/g, '\r\n');
  const stuffed = `\n${lines}`.replaceAll('\n.', '\n..').slice(1);
  return Buffer.from(`${stuffed}${lines === '' || lines.endsWith('\n') ? '' : '\r\n'}.\r\n`, 'latin1');
}
