import { mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { env } from '@/lib/env';

/** The data directory, made on first use and closed to other users. */
export function dataDir(): string {
  const configured = env().RELEVO_DATA_DIR;
  const dir = isAbsolute(configured)
    ? configured
    : join(/* turbopackIgnore: true */ process.cwd(), configured);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return dir;
}

/** `.data/run`: pid files and ports, where the command finds a running system. */
export function runDir(): string {
  const dir = join(dataDir(), 'run');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return dir;
}
