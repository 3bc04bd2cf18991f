import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { evaluateAlerts } from '@/lib/alerts/evaluate';
import { useTestDatabase } from '@/lib/testing/database';

useTestDatabase();

/** `./relevo alert …` on this test's database. */
async function alert(...args: string[]): Promise<string> {
  const command = ['scripts/run.mjs', 'cli/main.ts', 'alert', ...args];
  return (await promisify(execFile)(process.execPath, command)).stdout.trim();
}

it('./relevo alert tells what is wrong by its exit code, and changes what is watched', async () => {
  expect(await alert('list')).toBe('');
  await evaluateAlerts();
  const { code, stdout } = await alert('list', '--state', 'open').catch((error) => error);
  expect(code).toBe(1);
  expect(stdout).toMatch(/open {2}critical {2}\S+Z {2}No worker is running\n$/);
  const [id] = stdout.split('  ');
  expect(await alert('acknowledge', id)).toContain('No worker is running');

  const added = await alert('add', 'bounce_rate', '--threshold', '3', '--quiet', '22:00-07:00');
  expect(added).toMatch(/bounce_rate {2}on {2}warning {2}from 3 {2}in 1440 min {2}of 100 or more$/);
  const [rule] = added.split('  ');
  expect(await alert('change', rule!, '--active', 'no', '--quiet', 'none')).toContain('  off  ');
  expect(await alert('rules')).toContain(added.replace('  on  ', '  off  '));
  await expect(alert('change', rule!, '--threshold', 'much')).rejects.toMatchObject({ code: 1 });
  await expect(alert('change', rule!, '--active', 'maybe')).rejects.toMatchObject({ code: 1 });
  // Nobody administers this system.
  const test = await alert('test', rule!).catch((error) => error);
  expect(test).toMatchObject({ code: 1, stdout: 'nobody was written to: nobody\n' });
  expect(await alert('remove', rule!)).toBe('It is watched no more.');
}, 300_000);
