import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMetrics } from '@/lib/statistics/metrics';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';

useTestDatabase();

const run = promisify(execFile);
const totals = async () => (await getMetrics(testContext, { interval: 'day' })).totals;

describe('./relevo metrics rebuild', () => {
  it('brings lost figures back and says how many', async () => {
    await makeProvider();
    const { id } = await makeMessage();
    await deliverMessages(newId(), [id]);
    const before = await totals();
    expect(before).toMatchObject({ sent: 1, attempts: 1 });
    await sql()`delete from delivery_minutes`;
    expect(await totals()).toMatchObject({ sent: 0 });
    const { stdout } = await run(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'metrics', 'rebuild']);
    expect(stdout).toMatch(/^Rebuilt 1 hourly and 1 daily figures since \d{4}-\d\d-\d\dT00:00:00Z/);
    expect(await totals()).toEqual(before);
  }, 60_000);
});
