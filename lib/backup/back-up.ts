import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '@/lib/context';
import { sessionUrl } from '@/lib/database/database-url';
import { AppError } from '@/lib/errors';
import { withLock } from '@/lib/process/process-lock';
import { VERSION } from '@/lib/process/version';
import {
  type Backup,
  backupFolder,
  deleteAbandoned,
  deleteOld,
  listBackups,
  nameAt,
  writeNote,
} from './folder';
import { ownIdentityFile, recipientsOf } from './identity';
import { writeBackup } from './write-backup';

export type BackedUp = { backup: Backup; deleted: string[]; keyFile: string | null };

const LOCK_MS = 1_000;

/** Everything as of now, into the folder of backups. One at a time. @throws AppError conflict where one is being made, or the disk has no room */
export async function backUp(_ctx: Context, now = new Date()): Promise<BackedUp> {
  const folder = backupFolder();
  return withLock(join(folder, '.lock'), LOCK_MS, async () => {
    deleteAbandoned(folder);
    checkRoom(folder);
    const file = join(folder, nameAt(now));
    const { tables } = await writeBackup({
      url: sessionUrl(),
      file,
      recipients: await recipientsOf(),
      version: VERSION,
    });
    writeNote(file, {
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      verifiedAt: null,
      problem: null,
    });
    const deleted = deleteOld(folder);
    return {
      backup: listBackups(folder).find((each) => each.file === file)!,
      deleted,
      keyFile: ownIdentityFile(),
    };
  });
}

/** Twice the last one: a full disk stops more than backups. */
function checkRoom(folder: string): void {
  const [last] = listBackups(folder);
  const { bavail, bsize } = statfsSync(folder);
  if (last && bavail * bsize < 2 * last.bytes)
    throw new AppError(
      'conflict',
      `There is no room for another backup in ${folder}: the last one has ${last.bytes} bytes.`,
    );
}
