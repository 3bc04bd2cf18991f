import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { setNewPassword } from '@/lib/people/new-password';
import { type Authenticator, addSecondFactor, forgetSteps } from '@/lib/testing/authenticator';
import { useTestDatabase } from '@/lib/testing/database';
import { allowedWithin, fromConnections } from '@/lib/testing/guesses';
import { changePassword } from './account';
import { createUser } from './create-user';
import * as passwords from './passwords';
import { rememberDevice } from './remember-device';
import { startSession } from './session';
import { type Client, signIn } from './sign-in';

useTestDatabase();

const PASSWORD = 'correct horse battery';
const ATTACKER = { ip: '203.0.113.9', userAgent: 'attacker' };
const OWNER = { ip: '192.0.2.1', userAgent: 'owner' };

let id: string;
let email: string;
let count = 0;
let networks = 10;

beforeEach(async () => {
  email = `person${++count}@example.com`;
  const person = { email, name: 'Ana', password: PASSWORD, role: 'administrator' as const };
  ({ id } = await createUser(commandContext(), person));
  await sql()`delete from sign_in_networks`;
});
afterEach(() => vi.restoreAllMocks());

const contextOf = (sessionId: string) => {
  const actor = { type: 'user', id, label: email, role: 'administrator', sessionId } as const;
  return { ...commandContext(), actor };
};
const codeOf = (input: { password: string; code?: string; email?: string }, client: Client) =>
  signIn({ email, ...input }, client).then(
    () => 'in',
    (error) => error.code as string,
  );
const guess = (client: Client = ATTACKER) => codeOf({ password: 'wrong' }, client);

/** Until the account is closed to strangers, for a quarter of an hour. */
async function closeAccount(): Promise<void> {
  for (let n = 0; n < 6; n++) await guess({ ...ATTACKER, ip: `203.0.113.${++networks}` });
  await sql()`update sign_in_failures set failures = 20, blocked_until = now() + interval '15 minutes'`;
  expect(await guess()).toBe('too_many_attempts');
}

/** Every verification of a password, whoever asks for it. */
function countVerifications() {
  return vi.spyOn(passwords, 'verifyPassword');
}

describe('guesses from 64 connections', () => {
  it('ten thousand at one account: no more are judged than its window allows', async () => {
    const judged = countVerifications();
    const told = new Map<string, number>();
    const seconds = await fromConnections(10_000, async (n, connection) => {
      const client = { ip: `198.51.100.${connection}`, userAgent: null };
      const code = await codeOf({ password: `guess ${n}` }, client);
      told.set(code, (told.get(code) ?? 0) + 1);
    });
    expect(judged.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(judged.mock.calls.length).toBeLessThanOrEqual(allowedWithin(seconds));
    expect(told.get('invalid_credentials')).toBe(judged.mock.calls.length);
    expect(told.get('too_many_attempts')).toBe(10_000 - judged.mock.calls.length);
  }, 600_000);

  it('at a thousand accounts from one network: twenty, and two more each minute', async () => {
    const judged = countVerifications();
    const seconds = await fromConnections(1_000, (n, connection) =>
      codeOf(
        { email: `nobody${n}@example.com`, password: 'guess' },
        { ip: `2001:db8:7:7:${connection}::1`, userAgent: null },
      ),
    );
    expect(judged.mock.calls.length).toBeGreaterThanOrEqual(20);
    expect(judged.mock.calls.length).toBeLessThanOrEqual(20 + Math.ceil(seconds / 30));
  }, 600_000);

  it('at one account, with made up codes of a second factor: no more for that', async () => {
    const sessionId = await startSession(id, OWNER);
    await addSecondFactor(contextOf(sessionId), PASSWORD);
    await closeAccount();
    const judged = countVerifications();
    await fromConnections(500, async (n, connection) =>
      codeOf(
        { password: `guess ${n}`, code: n % 2 ? String(n).padStart(6, '0') : 'AAAAA-AAAAA' },
        { ip: `198.51.100.${connection}`, userAgent: null },
      ),
    );
    // Three of a million codes are right at any time, and so few are looked at.
    expect(judged.mock.calls.length).toBeLessThanOrEqual(1);
  }, 600_000);
});

describe('a stranger does not lock out', () => {
  it('a browser that the person signed in with before', async () => {
    const device = await rememberDevice({ email }, null);
    await closeAccount();
    expect(await codeOf({ password: PASSWORD }, { ...OWNER, device })).toBe('in');
    // Not even from the same address as the guesser, who has used up what it has.
    for (let n = 0; n < 25; n++) await codeOf({ email: `a${n}@example.com`, password: 'x' }, ATTACKER);
    expect(await codeOf({ password: PASSWORD }, { ...ATTACKER, device })).toBe('in');
    expect(await guess()).toBe('too_many_attempts');
  });

  it('who shows the second factor with the password', async () => {
    const { app, codes } = await secondFactor();
    await closeAccount();
    expect(await codeOf({ password: PASSWORD }, OWNER)).toBe('too_many_attempts');
    expect(await codeOf({ password: PASSWORD, code: app.code() }, OWNER)).toBe('in');
    expect(await codeOf({ password: PASSWORD, code: codes[0]! }, OWNER)).toBe('in');
    expect(await guess()).toBe('too_many_attempts');
  });

  it('who shows the second factor in a new browser, however many codes are made up elsewhere', async () => {
    const { app } = await secondFactor();
    await closeAccount();
    for (let n = 0; n < 12; n++) await codeOf({ password: 'x', code: String(n).padStart(6, '0') }, ATTACKER);
    expect(await codeOf({ password: PASSWORD, code: app.code() }, ATTACKER)).toBe('too_many_attempts');
    expect(await codeOf({ password: PASSWORD, code: app.code() }, OWNER)).toBe('in');
  });

  it('who has a recovery code, however many codes of the app strangers at the same address made up', async () => {
    const { app, codes } = await secondFactor();
    await closeAccount();
    const flood = Array.from({ length: 50 }, (_, n) =>
      codeOf({ password: 'x', code: String(n).padStart(6, '0') }, OWNER),
    );
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['too_many_attempts']));
    await sql()`update sign_in_failures set blocked_until = now() + interval '15 minutes' where key like 'vouched:%'`;
    expect(await codeOf({ password: PASSWORD, code: app.code() }, OWNER)).toBe('too_many_attempts');
    expect(await codeOf({ password: PASSWORD, code: codes[0]! }, OWNER)).toBe('in');
  });

  it('and hears the same of a closed account with a second factor, one without, and one that is not there', async () => {
    await closeAccount();
    const nobody = 'nobody@example.com';
    for (let n = 0; n < 6; n++) await codeOf({ email: nobody, password: 'x' }, { ...ATTACKER, ip: null });
    for (const code of ['123456', 'AAAAA-AAAAA'])
      for (const account of [email, nobody])
        expect(await codeOf({ email: account, password: 'x', code }, OWNER)).toBe('too_many_attempts');
  });
});

describe('a right code alone', () => {
  it('lets no password be guessed without end while the account is closed', async () => {
    const { codes } = await secondFactor();
    await closeAccount();
    const judged = countVerifications();
    const told: string[] = [];
    const seconds = await fromConnections(100, async () => {
      told.push(await codeOf({ password: 'wrong', code: codes[0]! }, OWNER));
    });
    const heard = told.filter((code) => code === 'invalid_credentials').length;
    expect(heard).toBeGreaterThanOrEqual(5);
    expect(heard).toBeLessThanOrEqual(allowedWithin(seconds));
    expect(judged).toHaveBeenCalledTimes(heard);
    // It was not used up by that.
    await sql()`update sign_in_failures set blocked_until = now() where key like 'recovered:%'`;
    expect(await codeOf({ password: PASSWORD, code: codes[0]! }, OWNER)).toBe('in');
  });
});

describe('a browser that is known', () => {
  it('has its own five guesses, and none of another account', async () => {
    const device = await rememberDevice({ email }, null);
    const told = [];
    for (let n = 0; n < 7; n++) told.push(await guess({ ...OWNER, device }));
    expect(told.slice(0, 5)).toEqual(Array(5).fill('invalid_credentials'));
    expect(told.slice(5)).toEqual(['too_many_attempts', 'too_many_attempts']);
    // Others may go on.
    expect(await codeOf({ password: PASSWORD }, OWNER)).toBe('in');
    const other = { email: `other${count}@example.com`, name: 'Eva', password: PASSWORD };
    await createUser(commandContext(), { ...other, role: 'viewer' });
    for (let n = 0; n < 6; n++) await codeOf({ email: other.email, password: 'x' }, ATTACKER);
    expect(await codeOf({ email: other.email, password: PASSWORD }, { ...OWNER, device })).toBe(
      'too_many_attempts',
    );
  });

  it('is stored by its hash only, has another secret after each sign-in, and keeps whom it knew', async () => {
    const first = await rememberDevice({ email }, null);
    const eva = {
      email: `eva${count}@example.com`,
      name: 'Eva',
      password: PASSWORD,
      role: 'viewer' as const,
    };
    await createUser(commandContext(), eva);
    const second = await rememberDevice({ email: eva.email }, first);
    expect(second).not.toBe(first);
    await closeAccount();
    expect(await codeOf({ password: PASSWORD }, { ...OWNER, device: second })).toBe('in');
    expect(await codeOf({ password: PASSWORD }, { ...OWNER, device: first })).toBe('too_many_attempts');
    const stored =
      await sql()`select encode(token_hash, 'base64') as hash, token_hash::text from known_devices`;
    expect(JSON.stringify(stored)).not.toContain(second);
  });

  it('is forgotten with the password, by whatever way it is changed, and after 400 days', async () => {
    const ways = {
      'in the account': async () => {
        const ctx = contextOf(await startSession(id, OWNER));
        await changePassword(ctx, { currentPassword: PASSWORD, newPassword: PASSWORD });
      },
      'by the link of a mail': async () => {
        const { newLinkToken } = await import('@/lib/people/link');
        const { token, tokenHash } = newLinkToken();
        await sql()`insert into password_links (token_hash, user_id, expires_at)
          values (${tokenHash}, ${id}, now() + interval '1 hour')`;
        await setNewPassword(commandContext(), { token, password: PASSWORD });
      },
      'by time': async () => {
        await sql()`update known_devices set last_used_at = now() - interval '401 days'`;
      },
      'with the end of the account': async () => {
        const { deactivatePerson, activatePerson } = await import('@/lib/people/update');
        const other = { email: `admin${++count}@example.com`, name: 'x', password: PASSWORD };
        await createUser(commandContext(), { ...other, role: 'administrator' });
        await deactivatePerson(commandContext(), { id });
        await activatePerson(commandContext(), { id });
      },
    };
    for (const [way, go] of Object.entries(ways)) {
      const device = await rememberDevice({ email }, null);
      await sql()`delete from sign_in_failures`;
      await go();
      await closeAccount();
      expect(await codeOf({ password: PASSWORD }, { ...OWNER, device }), way).toBe('too_many_attempts');
    }
  });
});

async function secondFactor(): Promise<{ app: Authenticator; codes: string[] }> {
  const { app, codes } = await addSecondFactor(contextOf(await startSession(id, OWNER)), PASSWORD);
  await forgetSteps();
  return { app, codes };
}
