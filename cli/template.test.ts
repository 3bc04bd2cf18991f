import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeTemplate } from '@/lib/testing/templates';

useTestDatabase();

const run = promisify(execFile);
const relevo = async (...args: string[]) =>
  (await run(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'template', ...args])).stdout.trim();

it('templates are pulled into a folder, and pushed from it where they differ', async () => {
  const { key } = await makeTemplate({ key: 'low-balance' });
  const dir = mkdtempSync(join(tmpdir(), 'templates-'));
  expect(await relevo('pull', dir)).toBe(key);
  expect(readdirSync(join(dir, key)).toSorted()).toEqual(['en.mjml', 'es.mjml', 'template.json']);
  expect(await relevo('push', dir)).toBe(`${key}  version 1  same`);
  const file = join(dir, key, 'es.mjml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('le quedan', 'aún le quedan'));
  expect(await relevo('push', dir, '--publish', '--note', 'Softer')).toBe(`${key}  version 2  saved`);
  expect(await relevo('list')).toBe(`${key}  Saldo bajo  version 2 of 2`);
  expect(await relevo('show', key)).toContain('aún le quedan');
}, 60_000);
