import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readOrCreate } from '@/lib/crypto/keyring';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { dataDir } from '@/lib/process/paths';

const FILE = 'backup.key';

/** Says nothing of the backup. */
export class WrongKey extends AppError {
  constructor(detail: string) {
    super('validation_failed', detail);
  }
}

/**
 * For whom backups are encrypted: the recipients that are set, whose keys lie elsewhere, or else the key of this machine, made at its first backup.
 * Anybody with the key opens a backup by the program `age`, without Relevo.
 */
export async function recipientsOf(): Promise<string[]> {
  const configured = env().RELEVO_BACKUP_RECIPIENTS;
  if (configured.length > 0) return configured;
  return [await identityToRecipient(await ownIdentity())];
}

/** Made where there is none. */
export async function ownIdentity(): Promise<string> {
  const fresh = await generateX25519Identity();
  return readOrCreate(FILE, () => fresh);
}

/** Where the key lies of which a copy must lie elsewhere; null: it does already. */
export function ownIdentityFile(): string | null {
  return env().RELEVO_BACKUP_RECIPIENTS.length > 0 ? null : join(dataDir(), FILE);
}

/** Out of a file, as `age-keygen` writes it, too; none: that of this machine. @throws WrongKey where it holds none */
export function readIdentity(file?: string): string {
  const path = file ?? join(dataDir(), FILE);
  const text = readText(path);
  const key = /AGE-SECRET-KEY-[A-Z0-9-]+/.exec(text)?.[0];
  if (!key) throw new WrongKey(`There is no key of a backup in ${path}: give one with --identity.`);
  return key;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
