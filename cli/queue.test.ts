import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';

useTestDatabase();

const run = promisify(execFile);
const relevo = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args]).catch((error) => error);

it('queue test says what keeps it from being run, and exits with 1', async () => {
  await makeProvider({ kind: 'sandbox', name: 'Box' });
  expect(await relevo('queue', 'test')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^No worker is running, .+\n$/),
  });
  const { stdout } = await relevo('queue', 'test', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, cause: 'no_worker', steps: [], messageId: null });
}, 60_000);
