import { readFileSync } from 'node:fs';

type Locked = { version: string; license?: string; dev?: boolean };
export type Licensed = { name: string; version: string; licence: string };

/** Of everything that Relevo runs on, as the lock file has it; tools for tests alone are left out. */
export function licencesOf(): Licensed[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => ({
      name: path.split('node_modules/').at(-1)!,
      version,
      licence: license ?? 'not told',
    }));
}
