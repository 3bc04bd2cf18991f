import { beforeEach, describe, expect, it } from 'vitest';
import { type Context, commandContext, requireConfirmed } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { addSecondFactor, forgetSteps } from '@/lib/testing/authenticator';
import { useTestDatabase } from '@/lib/testing/database';
import { confirmSelf } from './confirm-self';
import { createUser } from './create-user';
import { actorOf, findSession, revokeSessionById, startSession } from './session';
import { countAttempt } from './throttle';

useTestDatabase();

const PASSWORD = 'nine blue turtles sing';
const client = { ip: '203.0.113.5', userAgent: 'test' };
let count = 0;
let email: string;
let id: string;

beforeEach(async () => {
  email = `ana${++count}@example.com`;
  const input = { email, name: 'Ana', role: 'administrator' as const, password: PASSWORD };
  id = await startSession((await createUser(commandContext(), input)).id, client);
});

/** As an action has it at that moment. */
async function context() {
  return { ...commandContext(), ip: client.ip, actor: actorOf((await findSession(id))!) };
}
const confirmedBefore = (minutes: number) =>
  sql()`update sessions set confirmed_at = now() - make_interval(mins => ${minutes}) where id = ${id}`;

describe('showing once more that it is you', () => {
  it('is done by signing in, and holds for ten minutes', async () => {
    expect(() => requireConfirmed({ actor: { ...commandContext().actor } })).not.toThrow();
    requireConfirmed(await context());
    await confirmedBefore(9);
    requireConfirmed(await context());
    await confirmedBefore(11);
    const late = await context();
    expect(() => requireConfirmed(late)).toThrow(expect.objectContaining({ code: 'confirmation_needed' }));
  });

  it('takes the password, and no other', async () => {
    await confirmedBefore(11);
    await expect(confirmSelf(await context(), { password: 'ten blue turtles sing' })).rejects.toMatchObject({
      errors: [{ path: 'password', code: 'password' }],
    });
    expect((await findSession(id))!.confirmed).toBe(false);
    await confirmSelf(await context(), { password: PASSWORD });
    expect((await findSession(id))!.confirmed).toBe(true);
  });

  it('takes a code of the app in its place, once, and no recovery code', async () => {
    const { app, codes, sessionId } = await addSecondFactor(await context(), PASSWORD);
    id = sessionId;
    await forgetSteps();
    await confirmedBefore(11);
    const flawOf = (password: string, ctx: Context) =>
      confirmSelf(ctx, { password }).catch((error) => error.errors[0]);
    const ctx = await context();
    expect(await flawOf(codes[0]!, ctx)).toMatchObject({ path: 'password', code: 'password' });
    expect(await flawOf('000000', ctx)).toMatchObject({ path: 'password', code: 'code_wrong' });
    const code = app.code();
    await confirmSelf(ctx, { password: code });
    expect((await findSession(id))!.confirmed).toBe(true);
    expect(await flawOf(code, ctx)).toMatchObject({ path: 'password', code: 'code_used' });
  });

  it('counts guesses, of many at once too, and a stranger cannot use them up', async () => {
    for (let guess = 0; guess < 9; guess++) await countAttempt(email).catch(() => undefined);
    const ctx = await context();
    await confirmSelf(ctx, { password: PASSWORD });
    const guesses = Array.from({ length: 20 }, () =>
      confirmSelf(ctx, { password: 'wrong' }).catch((error) => error.code),
    );
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === 'validation_failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(15);
  });

  it('revives no session that has ended', async () => {
    const ctx = await context();
    await revokeSessionById(id);
    await expect(confirmSelf(ctx, { password: PASSWORD })).rejects.toMatchObject({ code: 'unauthorized' });
    expect(await findSession(id)).toBeNull();
  });
});
