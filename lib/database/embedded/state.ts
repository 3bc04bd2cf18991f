import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOrCreate } from '@/lib/crypto/keyring';
import { runDir } from '@/lib/process/paths';

/** Held while the server is started or stopped. */
export function lockFile(): string {
  return join(runDir(), 'postgres.lock');
}

export function password(): string {
  return readOrCreate('postgres.password', () => randomBytes(24).toString('base64url'));
}

/** Where every process of this data directory finds the server. */
export function announce(server: { pid: number; port: number }): void {
  writeFileSync(join(runDir(), 'postgres.pid'), `${server.pid}\n`);
  writeFileSync(join(runDir(), 'postgres.port'), `${server.port}\n`);
}

export function withdraw(): void {
  for (const name of ['postgres.pid', 'postgres.port']) rmSync(join(runDir(), name), { force: true });
}
