import { beforeAll, describe, expect, it } from 'vitest';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/db';
import { useTestDatabase } from '@/lib/testing/database';
import { changePassword } from './account';
import { createUser, type UserView } from './create-user';
import { findSession } from './session';
import { listSessions, revokeSession } from './sessions';
import { signIn } from './sign-in';

useTestDatabase();

const PASSWORD = 'correct horse battery';
const client = { ip: '192.0.2.1', userAgent: 'test' };
let user: UserView;

beforeAll(async () => {
  const input = { email: 'Ana@example.com', name: 'Ana', password: PASSWORD, role: 'viewer' as const };
  user = await createUser(commandContext(), input);
});

function contextOf(sessionId: string) {
  const actor = { type: 'user' as const, id: user.id, label: user.email, role: user.role, sessionId };
  return { ...commandContext(), actor };
}

describe('createUser', () => {
  it('refuses a second account for the same address in other letters', async () => {
    const input = { email: 'ANA@EXAMPLE.COM', name: 'Ana', password: PASSWORD, role: 'viewer' as const };
    await expect(createUser(commandContext(), input)).rejects.toMatchObject({ code: 'conflict' });
  });
  it('leaves an audit row without the password', async () => {
    const [row] = await sql()`select after::text as after from audit_log where action = 'user.create'`;
    expect(row?.after).toContain('Ana@example.com');
    expect(row?.after).not.toContain('argon2');
  });
});

describe('signIn', () => {
  it('starts a session whatever the letter case of the address', async () => {
    const id = await signIn({ email: 'ana@EXAMPLE.com', password: PASSWORD }, client);
    expect(await findSession(id)).toMatchObject({ id: user.id, email: 'Ana@example.com' });
  });
  it('answers alike for a wrong password and an unknown account', async () => {
    const wrong = await signIn({ email: 'ana@example.com', password: 'x' }, client).catch((error) => error);
    const unknown = await signIn({ email: 'bob@example.com', password: 'x' }, client).catch((error) => error);
    expect(wrong).toMatchObject({ code: 'invalid_credentials' });
    expect(unknown.message).toBe(wrong.message);
  });
  it('refuses an inactive person', async () => {
    await sql()`update users set active = false`;
    const attempt = signIn({ email: 'ana@example.com', password: PASSWORD }, client);
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_credentials' });
    await sql()`update users set active = true`;
  });
});

describe('sessions', () => {
  it('end at once when revoked, and only by their owner', async () => {
    const id = await signIn({ email: user.email, password: PASSWORD }, client);
    const stranger = { ...contextOf(id), actor: { ...contextOf(id).actor, id: crypto.randomUUID() } };
    await expect(revokeSession(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
    await revokeSession(contextOf(id), { id });
    expect(await findSession(id)).toBeNull();
  });
  it('end after two hours without use', async () => {
    const id = await signIn({ email: user.email, password: PASSWORD }, client);
    await sql()`update sessions set last_seen_at = now() - interval '121 minutes' where id = ${id}`;
    expect(await findSession(id)).toBeNull();
  });
});

describe('changePassword', () => {
  it('needs the current one, and ends the other sessions', async () => {
    const other = await signIn({ email: user.email, password: PASSWORD }, client);
    const mine = await signIn({ email: user.email, password: PASSWORD }, client);
    const next = 'another battery horse';
    const guess = changePassword(contextOf(mine), { currentPassword: 'wrong', newPassword: next });
    await expect(guess).rejects.toMatchObject({ errors: [{ path: 'currentPassword', message: 'is wrong' }] });
    await changePassword(contextOf(mine), { currentPassword: PASSWORD, newPassword: next });
    expect(await findSession(other)).toBeNull();
    expect((await listSessions(user.id, mine)).map(({ id, current }) => [id, current])).toEqual([
      [mine, true],
    ]);
  });
});
