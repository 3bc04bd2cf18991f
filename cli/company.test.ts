import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany } from '@/lib/testing/factories';

useTestDatabase();

const run = promisify(execFile);
const relevo = async (...args: string[]) =>
  (await run(process.execPath, ['scripts/run.mjs', 'cli/main.ts', ...args])).stdout.trim();

it('what a command makes with --company is of that company', async () => {
  const { id } = await makeCompany({ name: 'Clínica San José', key: 'san' });
  const file = join(tmpdir(), `${newId()}.json`);
  writeFileSync(
    file,
    JSON.stringify({ name: 'Own', kind: 'sandbox', settings: {}, fromEmail: 'a@b.example' }),
  );
  const company = ['--company', 'san'];
  await relevo('provider', 'add', '--file', file, ...company);
  await relevo('token', 'create', '--name', 'desk', '--scopes', 'messages:send', ...company);
  await relevo(
    'message',
    'send',
    '--to',
    'ana@example.com',
    '--subject',
    'Receipt 13',
    '--text',
    'x',
    ...company,
  );
  for (const table of ['providers', 'tokens', 'messages'])
    expect(await sql()`select company_id from ${sql()(table)}`, table).toEqual([{ company_id: id }]);
  const nobody = relevo('token', 'create', '--name', 'x', '--scopes', 'messages:send', '--company', 'nobody');
  await expect(nobody).rejects.toMatchObject({ stderr: expect.stringContaining('nobody') });
}, 60_000);
