import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { rotateLog } from './rotate-log';

const folder = mkdtempSync(join(tmpdir(), 'relevo-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('puts a long log aside while a server goes on writing, and keeps three', () => {
  const file = join(folder, 'postgres.log');
  expect(rotateLog(file, 100)).toBe(false);
  // As `pg_ctl` opens it for the server.
  const server = openSync(file, 'a');
  for (const round of [1, 2, 3, 4, 5]) {
    writeSync(server, `short ${round}`);
    expect(rotateLog(file, 100)).toBe(false);
    writeSync(server, 'x'.repeat(100));
    expect(rotateLog(file, 100)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('');
  }
  writeSync(server, 'after');
  closeSync(server);
  expect(readFileSync(file, 'utf8')).toBe('after');
  expect(readdirSync(folder).toSorted()).toEqual([
    'postgres.log',
    'postgres.log.1',
    'postgres.log.2',
    'postgres.log.3',
  ]);
  expect(readFileSync(`${file}.1`, 'utf8')).toMatch(/^short 5x+$/);
  expect(readFileSync(`${file}.3`, 'utf8')).toMatch(/^short 3x+$/);
});
