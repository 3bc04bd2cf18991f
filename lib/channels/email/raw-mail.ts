/** The header block with the line end of its last field; RFC 5322, 2.1. */
export function headerBlock(mail: Buffer): string {
  const end = mail.indexOf('\r\n\r\n');
  return mail.subarray(0, end < 0 ? mail.length : end + 2).toString('latin1');
}

/** Whether whoever wrote it vouches for its bytes (RFC 6376). */
export function isSigned(mail: Buffer): boolean {
  return /^dkim-signature:/im.test(headerBlock(mail));
}
