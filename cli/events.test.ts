import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { readInbound } from '@/lib/inbound/read-inbound';
import { useTestDatabase } from '@/lib/testing/database';
import { makeInbound, makeMessage, makeProvider } from '@/lib/testing/factories';

useTestDatabase();

let message: string;
let posted: string;
beforeAll(async () => {
  await makeProvider({ name: 'Main' });
  const { id: sandbox } = await makeProvider({ name: 'Sandbox', kind: 'sandbox' });
  ({ id: message } = await makeMessage());
  await deliverMessages(newId(), [message]);
  ({ id: posted } = await makeInbound(sandbox, 'no JSON'));
  await readInbound();
});

/** `./relevo events …` on this test's database. */
async function events(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'scripts/run.mjs',
    'cli/main.ts',
    'events',
    ...args,
  ]);
  return stdout.trim();
}

it('./relevo events tells what happened and what was posted, and has it read again', async () => {
  expect(await events('list', '--message', message, '--type', 'sent')).toMatch(
    new RegExp(`^\\S+Z {2}sent {2}ana@example.com {2}Main {2}${message}$`),
  );
  expect(await events('webhooks', '--state', 'failed')).toMatch(
    new RegExp(`^${posted} {2}\\S+Z {2}Sandbox {2}failed {2}.*JSON`),
  );
  expect(await events('replay', '--provider', 'Sandbox')).toBe('1 of 1 are read again.');
  expect(await events('replay', posted)).toContain('waiting');
}, 300_000);

it('refuses an id together with a provider', async () => {
  await expect(events('replay', posted, '--provider', 'Sandbox')).rejects.toMatchObject({ code: 1 });
}, 120_000);
