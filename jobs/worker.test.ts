import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { GET as ready } from '@/app/api/health/ready/route';
import { sql } from '@/lib/database/db';
import { checkKeyring } from '@/lib/master-keys/canary';
import { getMessage } from '@/lib/messages/get';
import { forgetProviders } from '@/lib/providers/cache';
import { getStatus } from '@/lib/status/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { masterKeys, useMasterKeys } from '@/lib/testing/master-keys';
import { startMailServer } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';

useTestDatabase();

const started: ChildProcess[] = [];
afterEach(() => {
  for (const worker of started) worker.kill('SIGKILL');
});

const WITHIN_MS = 60_000;

function startWorker(keys: string) {
  const worker = spawn(process.execPath, ['scripts/run.mjs', 'jobs/worker.ts'], {
    env: { ...process.env, RELEVO_MASTER_KEY: keys, RELEVO_LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  worker.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  started.push(worker);
  return { worker, output: () => output };
}

it('with a master key less than one provider needs, a worker that was killed starts again and sends by all others', async () => {
  useMasterKeys('k1');
  await checkKeyring();
  useMasterKeys('k2', 'k1');
  const smtp = { host: 'smtp.example.com', username: 'clinic' };
  const { id, name } = await makeProvider({
    kind: 'smtp',
    settings: smtp,
    secrets: { password: 'x'.repeat(12) },
  });
  const { port } = await startMailServer();
  const other = await makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none' },
    priority: 10,
  });
  useMasterKeys('k1');
  // Here the keys change while a process runs; what it has opened of a row that did not is known.
  await sql()`update providers set version = version + 1`;
  forgetProviders();

  for (const round of ['first', 'after the kill']) {
    const { worker, output } = startWorker(masterKeys('k1'));
    const message = await makeMessage({ providers: [name, other.name] });
    await until(async () => {
      expect(await getMessage(testContext, message.id), round).toMatchObject({
        status: 'sent',
        provider: other.name,
      });
    }, WITHIN_MS);
    const running = await ready();
    expect(running.status).toBe(200);
    expect(await running.json()).toMatchObject({ status: 'ready', warnings: ['misconfigured'] });
    expect(await getStatus(testContext)).toMatchObject({
      flow: 'degraded',
      reasons: ['misconfigured'],
      misconfigured: [{ id, name, reason: 'secret', detail: 'password' }],
    });
    expect(output()).toContain(`"owners":["${name} (key default)"]`);

    const ended = once(worker, 'exit');
    worker.kill('SIGKILL');
    await ended;
    // At once, not when it has been silent for long enough to be given up.
    const gone = await ready();
    expect([gone.status, (await gone.json()).checks.worker]).toEqual([503, false]);
  }
}, 180_000);

it('with the master key of another system it does not start', async () => {
  useMasterKeys('k1');
  await checkKeyring();
  const { worker, output } = startWorker(masterKeys('k2'));
  expect((await once(worker, 'exit'))[0]).toBe(1);
  expect(output()).toContain('RELEVO_MASTER_KEY does not open the secrets of this database');
}, 60_000);
