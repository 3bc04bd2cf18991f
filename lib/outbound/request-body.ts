const PIECE_BYTES = 64 * 1024;

export type Progress = {
  /** Its first byte leaves, its last piece leaves. */
  onBegin: () => void;
  onEnd: () => void;
};

/** A body in pieces, each of which is asked for when the one before has left Node: so it is known whether all of it can have arrived. */
export function* inPieces(bytes: Buffer, { onBegin, onEnd }: Progress): Generator<Buffer, void> {
  onBegin();
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    if (start + PIECE_BYTES >= bytes.length) onEnd();
    yield bytes.subarray(start, start + PIECE_BYTES);
  }
}
