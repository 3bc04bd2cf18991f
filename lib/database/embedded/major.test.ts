import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packagedBinaries } from './binaries';
import { requireSameMajor } from './major';

const cluster = mkdtempSync(join(tmpdir(), 'relevo-major-'));
afterAll(() => rmSync(cluster, { recursive: true }));
/** As initdb leaves it. */
const write = (version: string) => writeFileSync(join(cluster, 'PG_VERSION'), `${version}\n`);

it('a cluster of the same major version, or none yet, is no reason to refuse', () => {
  const { version } = packagedBinaries();
  requireSameMajor(join(cluster, 'none'), version);
  write(version.split('.')[0]!);
  requireSameMajor(cluster, version);
});

it('one of another is refused in a sentence that says what to do, and stays as it is', () => {
  write('17');
  expect(() => requireSameMajor(cluster, '18.4.0-beta.17')).toThrow(
    /PostgreSQL 17.*PostgreSQL 18.*backup now.*restore/,
  );
  write('19');
  expect(() => requireSameMajor(cluster, '18.4.0')).toThrow(/PostgreSQL 19/);
  expect(readdirSync(cluster)).toEqual(['PG_VERSION']);
});
