import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { getSettings } from '@/lib/settings/get';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';

useTestDatabase();

/** `./relevo settings …` on this test's database. */
async function settings(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'settings', ...args]);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}

describe('settings', () => {
  it('are shown, set and reset by their paths', async () => {
    const set = await settings(
      'set',
      'delivery.breaker.openSeconds=10',
      'delivery.retries.faultMinutes=[1,2]',
      'delivery.strategies.marketing=speed',
    );
    expect(set).toMatchObject({
      code: 0,
      stdout:
        'delivery.breaker.openSeconds=10\ndelivery.retries.faultMinutes=[1,2]\ndelivery.strategies.marketing=speed\n',
    });
    const { delivery } = await getSettings(testContext);
    expect(delivery).toMatchObject({
      breaker: { openSeconds: 10, failures: 5 },
      retries: { faultMinutes: [1, 2] },
      strategies: { marketing: 'speed' },
    });
    expect((await settings('show', 'delivery.retention')).stdout).toBe(
      'delivery.retention.days=30\ndelivery.retention.versionDays=365\n',
    );
    expect(JSON.parse((await settings('show', '--json')).stdout)).toEqual(await getSettings(testContext));
    expect((await settings('reset', 'delivery.breaker')).stdout).toContain(
      'delivery.breaker.openSeconds=300\n',
    );
  }, 60_000);

  it.each([
    [['set', 'delivery.breaker.openSeconds=soon'], 'delivery.breaker.openSeconds: '],
    [['set', '__proto__.x=1'], '__proto__: unknown property'],
    [['set', 'delivery'], 'delivery: must look like'],
    [
      ['set', 'delivery.breaker.degradedBelowPercent=3'],
      'delivery.breaker.degradedBelowPercent: must not be lower',
    ],
    [['show', 'delivery.constructor'], 'delivery.constructor: there is no such setting'],
  ])('say what is wrong: %j', async (args, message) => {
    const answer = await settings(...args);
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toContain(message);
  });
});
