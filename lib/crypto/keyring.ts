import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvError, env } from '@/lib/env';
import { dataDir } from '@/lib/process/paths';

/** Key-encryption keys by id; the first of `RELEVO_MASTER_KEY` encrypts, all decrypt. */
export type Keyring = { activeId: string; keys: Map<string, Buffer> };

/** Node's decoder skips what is not base64: a mistyped key would become another key. */
const KEY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=?)$/;

/** @throws EnvError on a missing, short, malformed or repeated key. */
export function parseKeyring(text: string): Keyring {
  const keys = new Map<string, Buffer>();
  for (const part of text.trim().split(',')) {
    const [, id = '', encoded = ''] = KEY.exec(part.trim()) ?? [];
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== 32)
      throw new EnvError('RELEVO_MASTER_KEY: each key must look like k1:BASE64 with 32 bytes after decoding');
    if (keys.has(id)) throw new EnvError(`RELEVO_MASTER_KEY: key ${id} is given twice`);
    keys.set(id, key);
  }
  return { activeId: keys.keys().next().value as string, keys };
}

let cached: Keyring | undefined;

export function keyring(): Keyring {
  cached ??= parseKeyring(
    env().RELEVO_MASTER_KEY ?? readOrCreate('master.key', () => `k1:${randomBytes(32).toString('base64')}`),
  );
  return cached;
}

/** For tests, which change keys in one process. */
export function forgetKeyring(): void {
  cached = undefined;
}

/** Signs session cookies. */
export function authSecret(): string {
  return env().AUTH_SECRET ?? readOrCreate('auth.secret', () => randomBytes(32).toString('base64url'));
}

/** Generated once into the data directory, mode 0600; `wx` so that two processes cannot each make one. */
export function readOrCreate(name: string, create: () => string): string {
  const file = join(dataDir(), name);
  try {
    writeFileSync(file, `${create()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
