import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { setupLinkState } from '@/lib/auth/setup-link';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';

useTestDatabase();

const link = (env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'admin', 'link'], {
    env: { ...process.env, ...env },
  });

it('prints a new set-up link, alone, while nobody is set up, and leaves a trace; afterwards it refuses', async () => {
  const { stdout } = await link({ PUBLIC_URL: 'https://relevo.example.com/' });
  const [, token = ''] = /^https:\/\/relevo\.example\.com\/setup\/([\w-]{43})\n$/.exec(stdout) ?? [];
  expect(await setupLinkState(token)).toBe('valid');
  const audited = await sql()`select after::text as after from audit_log where action = 'setup.link'`;
  expect(audited).toHaveLength(1);
  expect(audited[0]?.after).not.toContain(token);

  const ana = { email: 'ana@example.com', name: 'Ana', role: 'administrator' as const };
  await createUser(commandContext(), { ...ana, password: 'correct horse battery' });
  await expect(link()).rejects.toMatchObject({ code: 1, stdout: '', stderr: /already set up/ });
}, 60_000);
