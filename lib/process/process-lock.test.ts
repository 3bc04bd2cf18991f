import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tryLock, withLock } from './process-lock';

const temporary = mkdtempSync(join(tmpdir(), 'relevo-lock-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let count = 0;
const lockFile = () => join(temporary, `lock-${++count}`);

test('a held lock names its holder; a released one is free', () => {
  const file = lockFile();
  const first = tryLock(file);
  expect(tryLock(file)).toEqual({ heldBy: process.pid });
  if ('release' in first) first.release();
  expect(existsSync(file)).toBe(false);
});

test('a lock whose holder is gone is taken over', () => {
  const file = lockFile();
  const { pid } = spawnSync('true');
  writeFileSync(file, `${pid} 12345`);
  expect(tryLock(file)).toHaveProperty('release');
});

test('a lock whose pid now belongs to another process is taken over', () => {
  const file = lockFile();
  writeFileSync(file, `${process.pid} 1`);
  expect(tryLock(file)).toHaveProperty('release');
});

test('waiting work runs one after the other', async () => {
  const file = lockFile();
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withLock(file, 5_000, work)));
  expect(most).toBe(1);
});
