import { setImmediate as nextTurn } from 'node:timers/promises';

const PIECE_BYTES = 64 * 1024;

export type Progress = {
  /** Its first byte leaves, its last piece leaves. */
  onBegin: () => void;
  onEnd: () => void;
  /** The connection is gone: nothing needs to leave. */
  isOff: () => boolean;
};

/**
 * A body in pieces, each of which is asked for when the one before has left Node: so it is known whether all of it can have arrived. The first
 * comes a turn of the event loop late: a kept connection that the other side closed is found out before anything is trusted to it.
 */
export async function* inPieces(
  bytes: Buffer,
  { onBegin, onEnd, isOff }: Progress,
): AsyncGenerator<Buffer, void> {
  await nextTurn();
  if (isOff()) return;
  onBegin();
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    if (start + PIECE_BYTES >= bytes.length) onEnd();
    yield bytes.subarray(start, start + PIECE_BYTES);
  }
}
