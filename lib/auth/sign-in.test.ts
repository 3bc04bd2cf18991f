import { beforeAll, describe, expect, it } from 'vitest';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import type { SettingsPatch } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { changePassword } from './account';
import { createUser, type UserView } from './create-user';
import { findSession } from './session';
import { listSessions, revokeOthers, revokeSession } from './sessions';
import { signIn } from './sign-in';

useTestDatabase();

const PASSWORD = 'correct horse battery';
const client = { ip: '192.0.2.1', userAgent: 'test' };
let user: UserView;

beforeAll(async () => {
  const input = { email: 'Ana@example.com', name: 'Ana', password: PASSWORD, role: 'viewer' as const };
  user = await createUser(commandContext(), input);
});

function contextOf(sessionId: string, { id, email, role } = user) {
  const actor = { type: 'user' as const, id, label: email, role, sessionId };
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
  it('knows an account in one spelling only: another one neither gets in nor gets more guesses', async () => {
    const input = { email: 'iris@example.com', name: 'Iris', password: PASSWORD, role: 'viewer' as const };
    await createUser(commandContext(), input);
    // PostgreSQL makes İ (U+0130) an i, JavaScript an i and a dot above: 250 guesses of 250 were looked at.
    const guesses = await Promise.allSettled(
      ['İris@example.com', 'İRIS@EXAMPLE.COM', 'ıris@example.com'].map((email, index) =>
        signIn({ email, password: PASSWORD }, { ...client, ip: `192.0.2.${50 + index}` }),
      ),
    );
    expect(guesses.map((guess) => guess.status === 'rejected' && guess.reason.code)).toEqual(
      guesses.map(() => 'invalid_credentials'),
    );
    expect(await signIn({ ...input, email: ' IRIS@Example.com' }, client)).toEqual(expect.any(String));
  });
  it('lets one network guess twenty times, at as many accounts as it likes', async () => {
    const guess = (index: number, ip: string) =>
      signIn({ email: `person${index}@example.com`, password: 'x' }, { ...client, ip });
    const all = await Promise.allSettled(
      Array.from({ length: 144 }, (_, index) => guess(index, `2001:db8:1:2:${index}::1`)),
    );
    const codes = all.map((one) => one.status === 'rejected' && one.reason.code);
    expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(20);
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(124);
    await expect(guess(1, '2001:db8:1:3::1')).rejects.toMatchObject({ code: 'invalid_credentials' });
  });
  it('does not count who knew the password', async () => {
    const office = { ...client, ip: '198.51.100.7' };
    for (let n = 0; n < 25; n++) await signIn({ email: user.email, password: PASSWORD }, office);
  });
  it('refuses an inactive person', async () => {
    await sql()`update users set active = false`;
    const attempt = signIn({ email: 'ana@example.com', password: PASSWORD }, client);
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_credentials' });
    await sql()`update users set active = true`;
  });
});

const limit = (security: SettingsPatch['security']) => updateSettings(commandContext(), { security });

describe('sessions', () => {
  it('end at once when revoked, and only by their owner', async () => {
    const id = await signIn({ email: user.email, password: PASSWORD }, client);
    const stranger = { ...contextOf(id), actor: { ...contextOf(id).actor, id: crypto.randomUUID() } };
    await expect(revokeSession(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
    await revokeSession(contextOf(id), { id });
    expect(await findSession(id)).toBeNull();
  });
  it('end without use and by age, as the settings say at the moment of the request', async () => {
    const id = await signIn({ email: user.email, password: PASSWORD }, client);
    const by = (column: string, minutes: number) =>
      sql()`update sessions set ${sql()(column)} = now() - make_interval(mins => ${minutes}) where id = ${id}`;
    await by('last_seen_at', 29);
    expect(await findSession(id, 'unattended')).not.toBeNull();
    await by('last_seen_at', 31);
    expect(await findSession(id)).toBeNull();
    await limit({ sessionIdleMinutes: 60 });
    expect(await findSession(id)).not.toBeNull();
    await by('created_at', 8 * 60 + 1);
    expect(await findSession(id)).toBeNull();
    await limit({ sessionHours: 9 });
    expect(await findSession(id)).not.toBeNull();
    await limit({ sessionHours: 8, sessionIdleMinutes: 30 });
    expect(await findSession(id)).toBeNull();
    expect(await listSessions(user.id, id)).not.toContainEqual(expect.objectContaining({ id }));
  });
  it('are not kept alive by a page that refreshes itself', async () => {
    const id = await signIn({ email: user.email, password: PASSWORD }, client);
    const seen = async () => {
      const [row] = await sql()`select last_seen_at as at from sessions where id = ${id}`;
      return row!.at as Date;
    };
    await sql()`update sessions set last_seen_at = now() - interval '20 minutes' where id = ${id}`;
    const before = await seen();
    await findSession(id, 'unattended');
    expect(await seen()).toEqual(before);
    await findSession(id);
    expect((await seen()).getTime()).toBeGreaterThan(before.getTime());
  });
  it('end all but the one that asks', async () => {
    const eve = await createUser(commandContext(), {
      email: 'eve@example.com',
      name: 'Eve',
      password: PASSWORD,
      role: 'viewer',
    });
    const [mine, other, third] = [
      await signIn({ email: eve.email, password: PASSWORD }, client),
      await signIn({ email: eve.email, password: PASSWORD }, client),
      await signIn({ email: eve.email, password: PASSWORD }, client),
    ];
    expect(await revokeOthers(contextOf(mine, eve))).toEqual({ ended: 2 });
    expect(await findSession(mine)).not.toBeNull();
    for (const id of [other, third]) expect(await findSession(id)).toBeNull();
  });
});

describe('changePassword', () => {
  it('needs the current one, ends all sessions and goes on in a new one', async () => {
    // Somebody of their own: the others go on signing in with the old one.
    const input = { email: 'eva@example.com', name: 'Eva', password: PASSWORD, role: 'viewer' as const };
    const eva = await createUser(commandContext(), input);
    const other = await signIn({ email: eva.email, password: PASSWORD }, client);
    const mine = await signIn({ email: eva.email, password: PASSWORD }, client);
    const next = 'another battery horse';
    const guess = changePassword(contextOf(mine, eva), { currentPassword: 'wrong', newPassword: next });
    await expect(guess).rejects.toMatchObject({
      errors: [{ path: 'currentPassword', code: 'password', message: 'is wrong' }],
    });
    const { sessionId } = await changePassword(contextOf(mine, eva), {
      currentPassword: PASSWORD,
      newPassword: next,
    });
    for (const ended of [other, mine]) expect(await findSession(ended)).toBeNull();
    const left = await listSessions(eva.id, sessionId);
    expect(left.map(({ id, current }) => [id, current])).toEqual([[sessionId, true]]);
  });
});
