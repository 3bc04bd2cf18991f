import { beforeEach, describe, expect, it } from 'vitest';
import { type Context, commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { Authenticator, addSecondFactor, forgetSteps } from '@/lib/testing/authenticator';
import { useTestDatabase } from '@/lib/testing/database';
import { createUser } from '../create-user';
import { findSession, startSession } from '../session';
import { removeSecondFactor, renewRecoveryCodes, takeSecondFactorOff } from './change';
import { viewSecondFactor } from './find';
import { beginSecondFactor, confirmSecondFactor } from './set-up';

useTestDatabase();

const PASSWORD = 'correct horse battery';
const client = { ip: '192.0.2.1', userAgent: 'test' };

let ctx: Context;
let id: string;
let email: string;
let count = 0;

const contextOf = (sessionId: string): Context => ({
  ...commandContext(),
  actor: { type: 'user', id, label: email, role: 'viewer', sessionId },
});

beforeEach(async () => {
  email = `person${++count}@example.com`;
  ({ id } = await createUser(commandContext(), { email, name: 'Ana', password: PASSWORD, role: 'viewer' }));
  ctx = contextOf(await startSession(id, client));
});

const sessionOf = ({ actor }: Context) => (actor.type === 'user' ? actor.sessionId : '');
const actions = async () =>
  (
    await sql()`select action from audit_log where subject_id = ${id} and action <> 'user.create' order by id`
  ).map(({ action }) => action);

describe('setting a second factor up', () => {
  it('is done once a code was right, and says ten recovery codes', async () => {
    const { key, qr } = await beginSecondFactor(ctx, { password: PASSWORD });
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(qr.size).toBeGreaterThan(21);
    expect(await viewSecondFactor(id)).toEqual({ since: null, codesLeft: 0 });
    const { codes } = await confirmSecondFactor(ctx, { code: new Authenticator(key).code() });
    expect(codes).toHaveLength(10);
    expect(await viewSecondFactor(id)).toEqual({ since: expect.any(String), codesLeft: 10 });
    expect(await actions()).toEqual(['account.begin_second_factor', 'account.add_second_factor']);
  });

  it('needs the password, whose guesses are counted', async () => {
    const guesses = await Promise.allSettled(
      Array.from({ length: 30 }, () => beginSecondFactor(ctx, { password: 'wrong' })),
    );
    const codes = guesses.map((guess) => guess.status === 'rejected' && guess.reason.code);
    expect(codes.filter((code) => code === 'validation_failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(25);
    expect(await sql()`select from second_factors where user_id = ${id}`).toHaveLength(0);
  });

  it('is not done by a wrong code, one of another time, or one of what was begun before', async () => {
    const first = new Authenticator((await beginSecondFactor(ctx, { password: PASSWORD })).key);
    const app = new Authenticator((await beginSecondFactor(ctx, { password: PASSWORD })).key);
    for (const code of ['000000', 'ABCDE-FGHIJ', 'x', app.code(-5), app.code(5), first.code()])
      await expect(confirmSecondFactor(ctx, { code }), code).rejects.toMatchObject({
        errors: [{ path: 'code', code: 'code_wrong' }],
      });
    expect((await viewSecondFactor(id)).since).toBeNull();
    await confirmSecondFactor(ctx, { code: app.code() });
  });

  it('is to be begun again after half an hour', async () => {
    const app = new Authenticator((await beginSecondFactor(ctx, { password: PASSWORD })).key);
    await sql()`update second_factors set created_at = now() - interval '31 minutes' where user_id = ${id}`;
    await expect(confirmSecondFactor(ctx, { code: app.code() })).rejects.toMatchObject({
      code: 'conflict',
      options: { reason: { code: 'second_factor_not_begun' } },
    });
  });

  it('does not replace one that there is, not even in a race', async () => {
    const app = new Authenticator((await beginSecondFactor(ctx, { password: PASSWORD })).key);
    const both = await Promise.allSettled([
      confirmSecondFactor(ctx, { code: app.code() }),
      confirmSecondFactor(ctx, { code: app.code() }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const again = beginSecondFactor(contextOf(await startSession(id, client)), { password: PASSWORD });
    await expect(again).rejects.toMatchObject({ options: { reason: { code: 'second_factor_there' } } });
    expect((await viewSecondFactor(id)).codesLeft).toBe(10);
  });

  it('keeps neither the seed nor a code in clear', async () => {
    const { app, codes } = await addSecondFactor(ctx, PASSWORD);
    const stored = JSON.stringify([
      await sql()`select *, encode(sealed::bytea, 'escape') from second_factors`,
      await sql()`select *, encode(hash, 'escape') from recovery_codes`,
      await sql()`select *, before::text, after::text from audit_log`,
    ]);
    for (const secret of [app.key, ...codes, ...codes.map((code) => code.replace('-', ''))])
      expect(stored).not.toContain(secret);
  });
});

describe('each change of it', () => {
  const expectAlone = async (sessionId: string, ended: string[]) => {
    expect(sessionId).not.toBe(sessionOf(ctx));
    expect(await findSession(sessionId)).toMatchObject({ id });
    for (const session of [sessionOf(ctx), ...ended]) expect(await findSession(session)).toBeNull();
  };

  it('ends all other sessions, and goes on in a new one that ends when the old one would have', async () => {
    const other = await startSession(id, client);
    await sql()`update sessions set created_at = now() - interval '5 hours' where id = ${sessionOf(ctx)}`;
    const { app, sessionId } = await addSecondFactor(ctx, PASSWORD);
    await expectAlone(sessionId, [other]);
    const [row] = await sql()`
      select extract(epoch from now() - created_at)::int as seconds from sessions where id = ${sessionId}`;
    expect(row?.seconds).toBeGreaterThanOrEqual(5 * 3600);
    ctx = contextOf(sessionId);
    const renewed = await renewRecoveryCodes(ctx, { password: PASSWORD, code: app.code() });
    await expectAlone(renewed.sessionId, []);
    ctx = contextOf(renewed.sessionId);
    await forgetSteps();
    const removed = await removeSecondFactor(ctx, { password: PASSWORD, code: app.code() });
    await expectAlone(removed.sessionId, []);
    expect(await viewSecondFactor(id)).toEqual({ since: null, codesLeft: 0 });
    expect(await actions()).toEqual([
      'account.begin_second_factor',
      'account.add_second_factor',
      'account.renew_recovery_codes',
      'account.remove_second_factor',
    ]);
  });

  it('needs the password and a code, and neither alone', async () => {
    const { app, codes, sessionId } = await addSecondFactor(ctx, PASSWORD);
    ctx = contextOf(sessionId);
    const wrong = [
      [{ password: 'wrong', code: app.code() }, 'password'],
      [{ password: PASSWORD, code: '000000' }, 'code'],
      [{ password: PASSWORD, code: 'ABCDE-FGHIJ' }, 'code'],
    ] as const;
    for (const [proof, path] of wrong)
      await expect(removeSecondFactor(ctx, proof)).rejects.toMatchObject({ errors: [{ path }] });
    // A wrong password has used no code up.
    await renewRecoveryCodes(ctx, { password: PASSWORD, code: codes[0]! });
  });

  it('takes a recovery code, too, and those from before no more once there are new ones', async () => {
    const { codes, sessionId } = await addSecondFactor(ctx, PASSWORD);
    ctx = contextOf(sessionId);
    const renewed = await renewRecoveryCodes(ctx, { password: PASSWORD, code: codes[3]! });
    expect(renewed.codes).toHaveLength(10);
    expect((await viewSecondFactor(id)).codesLeft).toBe(10);
    ctx = contextOf(renewed.sessionId);
    const old = removeSecondFactor(ctx, { password: PASSWORD, code: codes[4]! });
    await expect(old).rejects.toMatchObject({ errors: [{ path: 'code', code: 'code_wrong' }] });
    await removeSecondFactor(ctx, { password: PASSWORD, code: renewed.codes[4]! });
  });

  it('is refused where there is none', async () => {
    const refused = { code: 'conflict', options: { reason: { code: 'no_second_factor' } } };
    const proof = { password: PASSWORD, code: '123456' };
    await expect(removeSecondFactor(ctx, proof)).rejects.toMatchObject(refused);
    await expect(renewRecoveryCodes(ctx, proof)).rejects.toMatchObject(refused);
    await expect(takeSecondFactorOff(commandContext(), email)).rejects.toMatchObject(refused);
  });
});

it('a command takes it off, ends the sessions and leaves its trace', async () => {
  const { sessionId } = await addSecondFactor(ctx, PASSWORD);
  expect(await takeSecondFactorOff(commandContext(), email.toUpperCase())).toEqual({ email });
  expect(await findSession(sessionId)).toBeNull();
  expect(await viewSecondFactor(id)).toEqual({ since: null, codesLeft: 0 });
  expect((await actions()).at(-1)).toBe('person.remove_second_factor');
  await expect(takeSecondFactorOff(commandContext(), 'nobody@example.com')).rejects.toMatchObject({
    code: 'not_found',
  });
});
