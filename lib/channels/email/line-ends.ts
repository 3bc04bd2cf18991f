const [LF, CR] = [10, 13];

/** RFC 5322, 2.3: every line of a mail ends in CRLF. Of what goes by SMTP the connection sees to it; an API takes the bytes as they are. */
export function withLineEnds(mime: Buffer): Buffer {
  for (let at = mime.indexOf(LF); at >= 0; at = mime.indexOf(LF, at + 1))
    if (mime[at - 1] !== CR)
      return Buffer.from(mime.toString('latin1').replace(/\r\n?|\n/g, '\r\n'), 'latin1');
  return mime;
}
