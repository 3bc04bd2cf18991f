import { accessSync, chmodSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** A container often has 64 MB of it, which one database would fill. */
const ENOUGH_BYTES = 4e9;

/**
 * A folder for what lives no longer than a run. In memory where there is plenty: what a database writes then waits for no disk.
 * `on: 'disk'` for what is to be as slow as it is in the field. Open for passing through, since as root PostgreSQL runs as another user.
 */
export function temporaryFolder(prefix: string, { on }: { on: 'memory' | 'disk' }): string {
  const folder = mkdtempSync(join(on === 'memory' && hasMemory() ? MEMORY : tmpdir(), prefix));
  chmodSync(folder, 0o711);
  return folder;
}

/** Plenty of it, where files can lie. */
export function hasMemory(): boolean {
  // Whoever names a place for temporary files wants them there.
  if (process.env.TMPDIR) return false;
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}
