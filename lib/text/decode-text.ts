import { Breath } from '@/lib/async/breath';

/** Decoded before others may have a turn. */
const PIECE = 64 * 1024;

/** The text of a file, piece by piece: UTF-8, or else as spreadsheets on Windows write it where Spanish is spoken. */
export async function* decodeText(chunks: readonly Uint8Array[]): AsyncGenerator<string> {
  const decoder = new TextDecoder((await isUtf8(chunks)) ? 'utf-8' : 'windows-1252');
  for (const piece of piecesOf(chunks)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** That it is not may show in its last byte. */
async function isUtf8(chunks: readonly Uint8Array[]): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const breath = new Breath();
  try {
    for (const piece of piecesOf(chunks)) {
      decoder.decode(piece, { stream: true });
      await breath.take();
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function* piecesOf(chunks: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}
