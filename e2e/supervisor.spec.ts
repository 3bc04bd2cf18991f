import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { System } from '@/lib/testing/system';
import { test } from './support/test';

/** Undefined while the process is not there. */
function pidOf(system: System, name: string): number | undefined {
  try {
    return Number(readFileSync(join(system.dataDir, 'run', `${name}.pid`), 'utf8'));
  } catch {
    return undefined;
  }
}

for (const name of ['web', 'worker'])
  test(`${name} is started again when it is killed`, async ({ system, request }) => {
    const before = pidOf(system, name)!;
    process.kill(before, 'SIGKILL');
    await expect.poll(() => pidOf(system, name) ?? before, { timeout: 30_000 }).not.toBe(before);
    const status = () =>
      request.get('/api/health/ready').then(
        (response) => response.status(),
        () => 0,
      );
    await expect.poll(status, { timeout: 30_000 }).toBe(200);
  });

test('a second start with the same data directory is refused in one line', async ({ system }) => {
  const second = promisify(execFile)(process.execPath, ['scripts/run.mjs', 'server/start.ts'], {
    env: { ...process.env, RELEVO_DATA_DIR: system.dataDir, PORT: '45672' },
  });
  await expect(second).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Relevo already runs with this data directory \(process \d+\).*\n$/),
  });
});
