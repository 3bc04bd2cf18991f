import { Breath } from '@/lib/async/breath';

const PIECE_CHARACTERS = 64 * 1024;
const encoder = new TextEncoder();

/** The lines of these rows in pieces of some size, in UTF-8, with turns for others in between: a row may be as long as all its fields together. */
export async function* csvPieces<Row>(
  rows: readonly Row[],
  line: (row: Row) => string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const breath = new Breath();
  let piece = '';
  for (const row of rows) {
    piece += line(row);
    if (piece.length >= PIECE_CHARACTERS) {
      yield encoder.encode(piece);
      piece = '';
    }
    await breath.take();
  }
  if (piece !== '') yield encoder.encode(piece);
}
