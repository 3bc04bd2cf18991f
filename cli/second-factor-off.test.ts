import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { findSession, startSession } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { addSecondFactor } from '@/lib/testing/authenticator';
import { useTestDatabase } from '@/lib/testing/database';

useTestDatabase();

const run = (email: string) =>
  promisify(execFile)(process.execPath, [
    'scripts/run.mjs',
    'cli/main.ts',
    'admin',
    'second-factor-off',
    email,
  ]);

it('is the way back in for who has lost everything but the password', async () => {
  const input = { email: 'ana@example.com', name: 'Ana', password: 'correct horse battery' };
  const { id, role } = await createUser(commandContext(), { ...input, role: 'administrator' });
  const client = { ip: null, userAgent: null };
  const actor = { type: 'user', id, label: input.email, role } as const;
  const sessionId = await startSession(id, client);
  const renewed = await addSecondFactor(
    { ...commandContext(), actor: { ...actor, sessionId } },
    input.password,
  );
  await expect(signIn(input, client)).rejects.toMatchObject({ code: 'second_factor_needed' });

  const { stdout } = await run('ANA@example.com');
  expect(stdout).toBe('ana@example.com signs in with the password alone now. All sessions have ended.\n');
  expect(await findSession(renewed.sessionId)).toBeNull();
  expect(await signIn(input, client)).toEqual(expect.any(String));
  const [row] = await sql()`
    select actor_type, subject_id from audit_log where action = 'person.remove_second_factor'`;
  expect(row).toEqual({ actor_type: 'command', subject_id: id });

  await expect(run('ana@example.com')).rejects.toMatchObject({ code: 1, stderr: /no second factor/ });
  await expect(run('nobody@example.com')).rejects.toMatchObject({ code: 1, stderr: /nobody@example\.com/ });
}, 60_000);
