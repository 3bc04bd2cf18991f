import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { sql } from '@/lib/database/db';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { PacedApi } from '@/lib/testing/paced-api';
import { mostInASecond } from '@/lib/testing/rate-gate';
import { until } from '@/lib/testing/until';

useTestDatabase();
allowLoopbackTargets();

const started: ChildProcess[] = [];
afterEach(() => {
  for (const worker of started) worker.kill('SIGKILL');
});

const PER_SECOND = 20;
const MESSAGES = 160;
const WITHIN_MS = 60_000;
/** Some may be held up on the way where a machine is busy; two that know nothing of each other would ask twice as often. */
const TOLERATED = 1.25;
/** Two of which each leaves the other its half, and one of them sends nothing, would reach half. `bench/pace.ts` asks for 0.95. */
const MORE_THAN_HALF = 0.6;

function startWorker(): void {
  started.push(
    spawn(process.execPath, ['scripts/run.mjs', 'jobs/worker.ts'], {
      env: { ...process.env, RELEVO_LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
}

it('two workers together keep the rate of a provider', { timeout: 180_000 }, async () => {
  const api = await PacedApi.start({ perSecond: PER_SECOND });
  onTestFinished(() => api.stop());
  const { id, name } = await makeProvider({
    kind: 'sendgrid',
    settings: { endpoint: api.url },
    secrets: { apiKey: 'SG.0123456789' },
    limits: { second: PER_SECOND },
  });
  startWorker();
  startWorker();
  await until(async () => expect(await sql()`select from workers`).toHaveLength(2), WITHIN_MS);
  await Promise.all(Array.from({ length: MESSAGES }, () => makeMessage({ providers: [name] })));
  const { acceptedAt, refusedAt } = api.gate;
  await until(() => expect(acceptedAt).toHaveLength(MESSAGES), WITHIN_MS);

  const asked = [...acceptedAt, ...refusedAt].toSorted((a, b) => a - b);
  expect(mostInASecond(asked)).toBeLessThanOrEqual(TOLERATED * PER_SECOND);
  // Begun with half of it, as those who have just started are not sure of each other.
  const second = acceptedAt.slice(MESSAGES / 2);
  const reached = ((second.length - 1) * 1000) / (second.at(-1)! - second[0]!) / PER_SECOND;
  expect(reached).toBeGreaterThan(MORE_THAN_HALF);
  expect(
    await sql()`select from provider_changes where provider_id = ${id} and type = 'breaker_opened'`,
  ).toHaveLength(0);
});
