import { Breath } from '@/lib/async/breath';

const PIECE_BYTES = 256 * 1024;

/** A form as `URLSearchParams` reads one, piece by piece: of a text of 20 MB that would hold everybody up. */
export async function parseUrlencoded(body: Buffer): Promise<[name: string, value: string][]> {
  const breath = new Breath();
  const entries: [string, string][] = [];
  for (let at = 0; at < body.length; ) {
    const mark = body.indexOf('&', at);
    const end = mark < 0 ? body.length : mark;
    const field = body.subarray(at, end);
    at = end + 1;
    if (field.length === 0) continue;
    const sign = field.indexOf('=');
    const name = sign < 0 ? field : field.subarray(0, sign);
    const value = sign < 0 ? Buffer.alloc(0) : field.subarray(sign + 1);
    entries.push([await decode(name, breath), await decode(value, breath)]);
  }
  return entries;
}

async function decode(written: Buffer, breath: Breath): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (let at = 0; at < written.length; ) {
    const end = endOfPiece(written, at);
    text += decoder.decode(bytesOf(written.subarray(at, end)), { stream: true });
    at = end;
    await breath.take();
  }
  return text + decoder.decode();
}

/** Not within one of `%C3`. */
function endOfPiece(written: Buffer, from: number): number {
  const end = from + PIECE_BYTES;
  if (end >= written.length) return written.length;
  const sign = written.subarray(end - 2, end).indexOf('%');
  return sign < 0 ? end : end - 2 + sign;
}

const [SPACE, PERCENT, PLUS] = [0x20, 0x25, 0x2b];

/** What is no `%C3` stays as it stands. */
function bytesOf(piece: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(piece.length);
  let length = 0;
  for (let at = 0; at < piece.length; at++) {
    const byte = piece[at]!;
    const high = byte === PERCENT ? hexDigit(piece[at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(piece[at + 2]);
    bytes[length++] = low < 0 ? (byte === PLUS ? SPACE : byte) : high * 16 + low;
    if (low >= 0) at += 2;
  }
  return bytes.subarray(0, length);
}

/** -1: none. */
function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
