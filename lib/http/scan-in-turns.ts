import { Breath } from '@/lib/async/breath';
import type { JsonScan } from './json-scan';

const PIECE_BYTES = 256 * 1024;

/** All of them, with turns for others in between; `also` gets each piece once it was counted. @throws AppError as the scan does */
export async function scanInTurns(
  bytes: Uint8Array,
  scan: JsonScan,
  also?: (piece: Uint8Array) => void,
): Promise<void> {
  const breath = new Breath();
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    scan.push(piece);
    also?.(piece);
    await breath.take();
  }
}
