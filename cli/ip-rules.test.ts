import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { getSettings } from '@/lib/settings/get';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';

useTestDatabase();

/** `./relevo ip-rules …` on this test's database. */
async function ipRules(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'ip-rules', ...args]);
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { stdout, code };
}

it('are listed, and taken away by who is kept out', async () => {
  await updateSettings(testContext, {
    general: { currency: 'PYG' },
    security: { panelDeny: ['0.0.0.0/0'], apiAllow: ['203.0.113.9/32'] },
  });
  expect(await ipRules('list')).toEqual({
    code: 0,
    stdout: 'panel\tdeny\t0.0.0.0/0\napi\tallow\t203.0.113.9/32\n',
  });
  expect((await ipRules('clear')).code).toBe(0);
  expect(await getSettings(testContext)).toMatchObject({
    general: { currency: 'PYG' },
    security: { panelAllow: [], panelDeny: [], apiAllow: [], apiDeny: [] },
  });
  expect((await ipRules('list')).stdout).toContain('No rules');
});
