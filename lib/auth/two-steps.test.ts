import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { type Authenticator, addSecondFactor, forgetSteps } from '@/lib/testing/authenticator';
import { useTestDatabase } from '@/lib/testing/database';
import { until } from '@/lib/testing/until';
import { createUser } from './create-user';
import { HALF_WAY_SECONDS, readHalfWay, sealHalfWay } from './half-way';
import { hashNewPassword } from './passwords';
import { takeSecondFactorOff } from './second-factor/change';
import { findSession, startSession } from './session';
import { finishSignIn, SecondFactorNeeded, signIn } from './sign-in';

useTestDatabase();

const PASSWORD = 'correct horse battery';
const client = { ip: '192.0.2.1', userAgent: 'test' };

let id: string;
let email: string;
let app: Authenticator;
let codes: string[];
let count = 0;

beforeEach(async () => {
  email = `person${++count}@example.com`;
  ({ id } = await createUser(commandContext(), { email, name: 'Ana', password: PASSWORD, role: 'viewer' }));
  const actor = { type: 'user', id, label: email, role: 'viewer' } as const;
  const sessionId = await startSession(id, client);
  const ctx = { ...commandContext(), actor: { ...actor, sessionId } };
  ({ app, codes } = await addSecondFactor(ctx, PASSWORD));
  await sql()`delete from sessions`;
});

/** What the browser's cookie has after the first step. */
async function firstStep(password = PASSWORD): Promise<string> {
  const refusal = await signIn({ email, password }, client).catch((error) => error);
  if (!(refusal instanceof SecondFactorNeeded)) throw refusal;
  return refusal.halfWay;
}

const secondStep = async (cookie: string, code: string) =>
  finishSignIn(await readHalfWay(cookie), code, client);
const openSessions = async () => (await sql()`select from sessions where revoked_at is null`).length;
const refusedCode = (code: string) => ({ code: 'validation_failed', errors: [{ path: 'code', code }] });

describe('who has a second factor', () => {
  it('has no session after the password, and one after the code', async () => {
    const halfWay = await firstStep();
    expect(await openSessions()).toBe(0);
    const { sessionId, codesLeft } = await secondStep(halfWay, app.code());
    expect(await findSession(sessionId)).toMatchObject({ email });
    expect(codesLeft).toBeNull();
  });

  it('signs in with the code of the 30 seconds before or after, and is told one sentence about any other', async () => {
    for (const later of [-1, 1]) {
      await forgetSteps();
      await secondStep(await firstStep(), app.code(later));
    }
    await forgetSteps();
    for (const later of [-20, -3, 3])
      await expect(secondStep(await firstStep(), app.code(later))).rejects.toMatchObject(
        refusedCode('code_wrong'),
      );
  });

  it('signs in with each recovery code once, and is told how many are left', async () => {
    expect((await secondStep(await firstStep(), codes[0]!)).codesLeft).toBe(9);
    expect((await secondStep(await firstStep(), codes[1]!.toLowerCase().replace('-', ' '))).codesLeft).toBe(
      8,
    );
    await expect(secondStep(await firstStep(), codes[0]!)).rejects.toMatchObject(refusedCode('code_used'));
    expect(
      await sql()`
        select actor_id, after from audit_log
        where action = 'account.use_recovery_code' and subject_id = ${id} order by id`,
    ).toEqual([
      { actor_id: id, after: { codesLeft: 9 } },
      { actor_id: id, after: { codesLeft: 8 } },
    ]);
    await expect(secondStep(await firstStep(), 'AAAAA-AAAAA')).rejects.toMatchObject(
      refusedCode('code_wrong'),
    );
  });

  it('may send both at once', async () => {
    expect(await signIn({ email, password: PASSWORD, code: app.code() }, client)).toEqual(expect.any(String));
    await expect(signIn({ email, password: PASSWORD, code: '000000' }, client)).rejects.toMatchObject(
      refusedCode('code_wrong'),
    );
  });

  it('is not told from who has none by a wrong password, with a right code or without', async () => {
    for (const code of [undefined, app.code(), codes[0]])
      await expect(signIn({ email, password: 'wrong', ...(code && { code }) }, client)).rejects.toMatchObject(
        {
          code: 'invalid_credentials',
        },
      );
    // None of them was used up.
    await secondStep(await firstStep(), codes[0]!);
    await secondStep(await firstStep(), app.code());
  });
});

describe('a code works once', () => {
  it('of the app, also for a second sign-in that has begun already', async () => {
    const [one, other] = [await firstStep(), await firstStep()];
    const code = app.code();
    await secondStep(one, code);
    await expect(secondStep(other, code)).rejects.toMatchObject(refusedCode('code_used'));
    await expect(secondStep(other, app.code(-1))).rejects.toMatchObject(refusedCode('code_used'));
  });

  it.each([
    ['app', 'second_factors'],
    ['recovery', 'recovery_codes'],
  ] as const)('in a race: %s', async (kind, table) => {
    const code = kind === 'app' ? app.code() : codes[5]!;
    const halfWays = await Promise.all(Array.from({ length: 4 }, () => firstStep()));
    // Nobody can use it up before all of them are about to.
    const all = await sql().begin(async (tx) => {
      await tx`select from ${tx(table)} where user_id = ${id} for update`;
      const racing = Promise.allSettled(halfWays.map((halfWay) => secondStep(halfWay, code)));
      await until(async () => expect(await waitingForRows()).toBe(4));
      return { racing };
    });
    const told = await all.racing;
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await openSessions()).toBe(1);
  });
});

async function waitingForRows(): Promise<number> {
  const [row] = await sql()<[{ waiting: number }]>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row.waiting;
}

describe('a hundred guesses at once', () => {
  it('of a code of the app count as a hundred: five are judged', async () => {
    const halfWay = await firstStep();
    const began = performance.now();
    const guesses = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) => secondStep(halfWay, String(n).padStart(6, '0'))),
    );
    const told = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'in'));
    // After the fifth one is waited for 1, 2, 4 … seconds: one more is judged at the end of each that passed meanwhile.
    const more = Math.floor(Math.log2(1 + (performance.now() - began) / 1000));
    const judged = told.filter((code) => code !== 'too_many_attempts').length;
    expect(judged).toBeGreaterThanOrEqual(5);
    expect(judged).toBeLessThanOrEqual(5 + more);
    await expect(secondStep(halfWay, app.code())).rejects.toMatchObject({ code: 'too_many_attempts' });
    // Nobody guesses these: they work on.
    await secondStep(halfWay, codes[0]!);
  });

  it('of who begins anew each time are as many: the password that was right takes none away', async () => {
    const told = [];
    for (let n = 0; n < 12; n++)
      told.push(
        await secondStep(await firstStep(), `00000${n % 10}`).then(
          () => 'in',
          (error) => error.code,
        ),
      );
    // A second or two pass meanwhile, in which one more is judged.
    expect(told.filter((code) => code === 'validation_failed').length).toBeLessThan(9);
    expect(told.filter((code) => code === 'too_many_attempts').length).toBeGreaterThan(3);
  });
});

describe('being half-way ends', () => {
  const over = { code: 'sign_in_expired' };

  it.each(['', 'x', 'a.b.c.d.e'])('for a cookie that is none: %j', async (cookie) => {
    await expect(secondStep(cookie, app.code())).rejects.toMatchObject(over);
  });
  it('after ten minutes', async () => {
    const halfWay = await firstStep();
    expect(HALF_WAY_SECONDS).toBe(600);
    vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] });
    const late = await readHalfWay(halfWay);
    vi.useRealTimers();
    expect(late).toBeNull();
  });
  it('with the password that was shown', async () => {
    const halfWay = await firstStep();
    await sql()`update users set password_hash = ${await hashNewPassword('another battery horse', {})} where id = ${id}`;
    await expect(secondStep(halfWay, app.code())).rejects.toMatchObject(over);
  });
  it('with the account', async () => {
    const halfWay = await firstStep();
    await sql()`update users set active = false where id = ${id}`;
    await expect(secondStep(halfWay, app.code())).rejects.toMatchObject(over);
  });
  it('with the second factor', async () => {
    const halfWay = await firstStep();
    await takeSecondFactorOff(commandContext(), email);
    await expect(secondStep(halfWay, '123456')).rejects.toMatchObject(over);
  });
  it('and a cookie of a session is none of being half-way', async () => {
    const { sealSession } = await import('./session-cookie');
    expect(await readHalfWay(await sealSession(id))).toBeNull();
    expect(await readHalfWay(await sealHalfWay({ id, passwordHash: 'x' }))).toMatchObject({ userId: id });
  });
});
