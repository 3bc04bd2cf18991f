import { encode } from 'next-auth/jwt';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUser, type UserView } from '@/lib/auth/create-user';
import { findSession, sessionCookieName, startSession } from '@/lib/auth/session';
import { revokeSession } from '@/lib/auth/sessions';
import { whyEnded } from '@/lib/auth/why-ended';
import { commandContext } from '@/lib/context';
import { authSecret } from '@/lib/crypto/keyring';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { setNewPassword } from './new-password';
import { resetPassword } from './reset';
import { endPersonSession, listPersonSessions, signPersonOut } from './sessions';
import { activatePerson, deactivatePerson, updatePerson } from './update';

useTestDatabase();

const ctx = commandContext();
const client = { ip: '203.0.113.5', userAgent: 'test' };
const PASSWORD = 'nine blue turtles sing';

let count = 0;
let ana: UserView;
let id: string;

beforeEach(async () => {
  const email = `ana${++count}@example.com`;
  ana = await createUser(ctx, { email, name: 'Ana', role: 'technician', password: PASSWORD });
  id = await startSession(ana.id, client);
});

async function why(sid: string = id) {
  const name = sessionCookieName();
  const cookie = `${name}=${await encode({ token: { sid }, secret: authSecret(), salt: name })}`;
  return whyEnded(new Headers({ cookie }));
}

const change = (values: Record<string, string>) =>
  sql()`update sessions set ${sql()(values)} where id = ${id}`;
const asAna = () => ({
  ...ctx,
  actor: { type: 'user' as const, id: ana.id, label: ana.email, role: ana.role, sessionId: newId() },
});

describe('why a session is over', () => {
  it('is not asked of a browser that never had one', async () => {
    expect(await whyEnded(new Headers())).toBeNull();
    expect(await whyEnded(new Headers({ cookie: `${sessionCookieName()}=forged` }))).toBeNull();
  });

  it.each([
    ['elsewhere', () => revokeSession(asAna(), { id })],
    ['administrator', () => endPersonSession(ctx, { id: ana.id, sessionId: id })],
    ['administrator', () => signPersonOut(ctx, { id: ana.email })],
    ['rights', () => updatePerson(ctx, { id: ana.id, role: 'viewer' })],
    ['deactivated', () => deactivatePerson(ctx, { id: ana.id })],
    ['idle', () => change({ last_seen_at: new Date(Date.now() - 31 * 60_000).toISOString() })],
    ['hours', () => change({ created_at: new Date(Date.now() - 8.1 * 3_600_000).toISOString() })],
    ['ended', () => sql()`delete from sessions where id = ${id}`],
    [
      'password',
      async () => {
        const { link } = await resetPassword(ctx, { id: ana.id });
        await setNewPassword(ctx, { token: link!.split('/').at(-1)!, password: 'eight red foxes run' });
      },
    ],
  ] as [string, () => Promise<unknown>][])('is told: %s', async (reason, end) => {
    expect(await findSession(id)).not.toBeNull();
    await end();
    expect(await findSession(id)).toBeNull();
    expect(await why()).toBe(reason);
    await activatePerson(ctx, { id: ana.id });
  });
});

describe('the sessions of somebody else', () => {
  it('are listed, and end one by one or all together', async () => {
    const second = await startSession(ana.id, client);
    const ids = async () => (await listPersonSessions(ctx, ana.email)).data.map((session) => session.id);
    expect((await ids()).toSorted()).toEqual([id, second].toSorted());
    await endPersonSession(ctx, { id: ana.id, sessionId: second });
    expect(await ids()).toEqual([id]);
    await expect(endPersonSession(ctx, { id: ana.id, sessionId: second })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await signPersonOut(ctx, { id: ana.id })).toEqual({ email: ana.email, ended: 1 });
    expect(await ids()).toEqual([]);
  });

  it('are only ended as those of whom they are', async () => {
    const input = {
      email: `bob${count}@example.com`,
      name: 'Bob',
      role: 'viewer' as const,
      password: PASSWORD,
    };
    const bob = await createUser(ctx, input);
    await expect(endPersonSession(ctx, { id: bob.id, sessionId: id })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await findSession(id)).not.toBeNull();
  });
});
