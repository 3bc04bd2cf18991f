import type { Context } from '@/lib/context';
import { isConnectionError } from '@/lib/database/db-errors';
import { errorMessage, notFound } from '@/lib/errors';
import { listBackups, writeNote } from './folder';
import { ownIdentityFile, readIdentity, WrongKey } from './identity';
import { restoreInto } from './restore-into';
import { createScratch, dropScratch, urlOf } from './scratch';

export type Verified = { name: string; rows: number; at: string; seconds: number };

/**
 * Restored into a database of its own, every sum compared, a secret opened, and dropped again: what was not restored is no backup. Without a name: the
 * newest. @throws AppError with what is wrong with it
 */
export async function verifyBackup(
  _ctx: Context,
  { name, identityFile }: { name?: string | undefined; identityFile?: string | undefined } = {},
): Promise<Verified> {
  const backup = listBackups().find((each) => name === undefined || each.name === name);
  if (!backup) throw notFound('backup', name ?? 'yet');
  const began = Date.now();
  const scratch = await createScratch();
  try {
    const { manifest, header } = await restoreInto(urlOf(scratch), backup.file, readIdentity(identityFile));
    writeNote(backup.file, { verifiedAt: new Date().toISOString(), problem: null });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { name: backup.name, rows, at: header.at, seconds: Math.ceil((Date.now() - began) / 1000) };
  } catch (error) {
    // A key that is not here, or a server that is away, says nothing of the backup.
    if (!(error instanceof WrongKey) && !isConnectionError(error))
      writeNote(backup.file, { verifiedAt: null, problem: errorMessage(error) });
    throw error;
  } finally {
    await dropScratch(scratch);
  }
}

/** For the clock: where there is none yet, or its key lies elsewhere on purpose, there is nothing that could be looked at. */
export async function verifyNewest(ctx: Context): Promise<void> {
  if (listBackups().length === 0 || ownIdentityFile() === null) return;
  await verifyBackup(ctx);
}
