import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { temporaryFolder } from '@/lib/testing/temporary-folder';

useTestDatabase();

beforeAll(async () => {
  await makeProvider();
  await makeMessage({ subject: 'Receipt 13' });
});

/** `./relevo recipient …` on this test's database. */
async function recipient(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'scripts/run.mjs',
    'cli/main.ts',
    'recipient',
    ...args,
  ]);
  return stdout.trim();
}

it('./relevo recipient finds whom it is about and tells the story', async () => {
  expect(await recipient('find', 'receipt')).toMatch(/^ana@example\.com {2}\S+Z {2}queued {2}Receipt 13$/);
  const [sentence, advice, ...events] = (await recipient('story', 'ana@example.com')).split('\n');
  expect(sentence).toBe('1 message is on the way.');
  expect(advice).toMatch(/^Nobody has to do anything/);
  expect(events).toEqual([expect.stringMatching(/^\S+Z {2}queued {2}\S+ {2}Receipt 13$/)]);
}, 60_000);

it('./relevo recipient exports what is known of a person, and deletes it once that is meant', async () => {
  await makeMessage({ to: 'eva@example.com', subject: 'Receipt 14' });
  const file = join(temporaryFolder('recipient-', { on: 'memory' }), 'eva.json');
  expect(await recipient('export', 'eva@example.com', file)).toBe(`Written to ${file}.`);
  expect(JSON.parse(await readFile(file, 'utf8')).messages).toMatchObject([{ subject: 'Receipt 14' }]);
  await expect(recipient('erase', 'eva@example.com')).rejects.toMatchObject({
    stderr: expect.stringContaining('--yes'),
  });
  expect(await recipient('erase', 'eva@example.com', '--yes')).toBe(
    '1 messages emptied, 1 of them canceled; 0 suppressions stay without the address.',
  );
}, 60_000);
