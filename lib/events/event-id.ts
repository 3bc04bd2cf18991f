import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** The same for the same event, however often it comes. */
export function eventId(parts: (string | null)[], at: Date): string {
  const random = createHash('sha256').update(JSON.stringify(parts)).digest();
  return v7({ msecs: at.getTime(), random: random.subarray(0, 16), seq: random.readUInt32BE(16) });
}
