import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeKind } from '@/lib/testing/rules';
import { temporaryFolder } from '@/lib/testing/temporary-folder';

useTestDatabase();

it('./relevo subject import takes a file from where the caller stands, tells wrong rows, and can be repeated', async () => {
  const { key } = await makeKind();
  const folder = temporaryFolder('subjects-', { on: 'memory' });
  await writeFile(
    join(folder, 'loans.csv'),
    'Key,Book,Fine,Shelf\nL-1,Yo el Supremo,3500,7\nL-2,Hijo de hombre,much,\n',
  );
  const subject = async (...args: string[]) => {
    const env = { ...process.env, RELEVO_CALLER_DIRECTORY: folder };
    const all = ['scripts/run.mjs', 'cli/main.ts', 'subject', ...args];
    const ended = promisify(execFile)(process.execPath, all, { env });
    return ended.then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  };
  const columns = 'columns: Key → key, Book → book, Fine → fine, Shelf → -';
  const wrong = 'line 3: data.fine must be a number: L-2,Hijo de hombre,much,';
  expect(await subject('import', key, 'loans.csv', '--dry-run')).toEqual({
    code: 1,
    stdout: `${columns}\n${wrong}\nwould be: 1 new, 0 changed, 0 the same, 1 wrong.\n`,
  });
  expect((await subject('import', key, 'loans.csv')).stdout).toContain(
    '\n1 new, 0 changed, 0 the same, 1 wrong.',
  );
  expect((await subject('import', key, 'loans.csv')).stdout).toContain(
    '\n0 new, 0 changed, 1 the same, 1 wrong.',
  );
  expect((await subject('list', '--kind', key)).stdout).toContain(
    'L-1  {"book":"Yo el Supremo","fine":3500}',
  );
});
