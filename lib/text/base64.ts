/** Characters at a time: three bytes for four of them, so that pieces can be put together. */
const PIECE = 1024 * 1024;

/**
 * The bytes of base64 (RFC 4648: standard alphabet, padded, nothing between), undefined for anything else. Node skips what does not
 * belong there, which shows by the length; in pieces, so that megabytes of something else are not read to their end.
 */
export function decodeBase64(text: string): Buffer | undefined {
  if (text.length % 4 !== 0 || text.includes('-') || text.includes('_')) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = Buffer.allocUnsafe((text.length / 4) * 3 - padding);
  let written = 0;
  for (let at = 0; at < text.length; at += PIECE) {
    const piece = text.slice(at, at + PIECE);
    const last = at + PIECE >= text.length;
    const count = bytes.write(piece, written, 'base64');
    if (count !== (piece.length / 4) * 3 - (last ? padding : 0)) return undefined;
    written += count;
  }
  return bytes;
}
