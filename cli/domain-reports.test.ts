import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeReport } from '@/lib/testing/domain-reports';
import { makeDomain } from '@/lib/testing/domains';
import { temporaryFolder } from '@/lib/testing/temporary-folder';

useTestDatabase();

/** `./relevo domain reports …` on this test's database. */
async function reports(...args: string[]): Promise<{ code: number; stdout: string }> {
  const command = ['scripts/run.mjs', 'cli/main.ts', 'domain', 'reports', ...args];
  // Nobody is asked who stands behind an address.
  const env = { ...process.env, RELEVO_DNS_SERVERS: '127.0.0.1:9' };
  return promisify(execFile)(process.execPath, command, { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error) => error,
  );
}

it('./relevo domain reports reads files, says what is wrong with others, and shows who sends', async () => {
  const folder = temporaryFolder('relevo-reports-', { on: 'memory' });
  const { name } = await makeDomain({ senders: { addresses: ['192.0.2.7'], providers: [] } });
  const good = join(folder, 'good.xml');
  const bad = join(folder, 'bad.xml');
  await writeFile(good, makeReport(name, [{ address: '192.0.2.7', count: 3, dkim: 'fail', spf: 'fail' }]));
  await writeFile(bad, '<a/>');
  const read = await reports('read', good, bad, join(folder, 'none.xml'));
  expect(read.code).toBe(1);
  expect(read.stdout).toContain(`good.xml: DMARC of reporter.example on ${name}, 3 messages: kept\n`);
  expect(read.stdout).toContain('bad.xml: This is no report of DMARC or TLS-RPT.\n');
  expect(read.stdout).toContain('none.xml: there is no such file\n');
  expect((await reports('read', good)).stdout).toContain('read before, nothing changed');
  const shown = await reports('show', name);
  expect(shown.stdout).toContain('3 messages, 0 passed');
  expect(shown.stdout).toContain('3: The messages had no DKIM signature.');
  expect(shown.stdout).toContain('No: 3 messages of your own would have been lost');
}, 300_000);
