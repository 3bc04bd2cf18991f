import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { signIn } from '@/lib/auth/sign-in';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';

useTestDatabase();

const PASSWORD = 'correct horse battery';

function create(email: string, ...more: string[]): ChildProcess {
  const command = ['scripts/run.mjs', 'cli/main.ts', 'admin', 'create', '--email', email, ...more];
  return spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
}

async function outcomeOf(child: ChildProcess) {
  const ended = once(child, 'exit');
  const [out, error] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { code: (await ended)[0], out, error };
}

const canSignIn = (email: string) =>
  signIn({ email, password: PASSWORD }, { ip: null, userAgent: null }).then(
    () => true,
    () => false,
  );

it.each([[[]], [['--password-stdin']]])(
  'takes the password from standard input: %j',
  async (more) => {
    const email = `ana${more.length}@example.com`;
    const child = create(email, ...more);
    expect(readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')).not.toContain(PASSWORD);
    // Left open: one line is enough.
    child.stdin!.write(`${PASSWORD}\nanother line\n`);
    expect(await outcomeOf(child)).toEqual({
      code: 0,
      out: `Created ${email} (administrator).\n`,
      error: '',
    });
    expect(await canSignIn(email)).toBe(true);
  },
  60_000,
);

it('takes none that is missing or too short', async () => {
  for (const input of ['', 'short\n']) {
    const child = create('nobody@example.com');
    child.stdin!.end(input);
    const { code, error } = await outcomeOf(child);
    expect(code).toBe(1);
    expect(error).toMatch(/password/i);
  }
  expect(await sql()`select from users where email = 'nobody@example.com'`).toHaveLength(0);
}, 60_000);

it('still takes it as an argument, says that others can see it, and takes it off the list', async () => {
  const { code, error } = await outcomeOf(create('ben@example.com', '--password', PASSWORD));
  expect(code).toBe(0);
  expect(error).toContain('can be seen by others');
  expect(await canSignIn('ben@example.com')).toBe(true);
}, 60_000);
