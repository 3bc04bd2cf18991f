import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { forgetProviders } from '@/lib/providers/cache';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { createToken } from '@/lib/tokens/create';
import { getToken } from '@/lib/tokens/get';
import { pickUpSecret } from '@/lib/tokens/pick-up';
import { revokeToken } from '@/lib/tokens/revoke';
import { rotateToken } from '@/lib/tokens/rotate';
import type { TokenInput } from '@/lib/tokens/schema';
import { prepareSuccessors } from '@/lib/tokens/successor';
import { pickupsToMail } from '@/lib/tokens/to-mail';
import { updateToken } from '@/lib/tokens/update';
import { verifyToken } from '@/lib/tokens/verify';
import { keepTokens } from './keep-tokens';

useDatabaseForEachTest();

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const client = { ip: null, agent: null };
const works = (token: string) => verifyToken(token, client).then(() => true);

let ana: Context;
beforeEach(async () => {
  await makeProvider();
  const { id } = await person('ana@example.com', 'technician');
  ana = {
    ...testContext,
    actor: { type: 'user', id, label: 'ana@example.com', role: 'technician', sessionId: newId() },
  };
});

function person(email: string, role: 'administrator' | 'technician' | 'viewer') {
  const name = email.split('@')[0]!;
  return createUser(testContext, { email, name, role, password: 'correct horse battery', language: 'en' });
}

const make = (more: Partial<TokenInput> = {}) =>
  createToken(ana, {
    name: 'till 3',
    scopes: ['messages:send'],
    rotation: { everyDays: 30, graceHours: 48 },
    ...more,
  });

const mails = () =>
  sql()<{ to: string; subject: string; text: string }[]>`
    select recipients->0->>'address' as to, subject, text from messages m join message_bodies on message_id = id order by id`;
const linkIn = (text: string) => /\/tokens\/pick-up\/(\S+)/.exec(text)![1]!;
const pickups = () => sql()`select * from token_pickups order by id`;

describe('two rotations that nobody came to', () => {
  it('are one new secret in the end, one mail each, and the old secret works all the time', async () => {
    const { token, id } = await make();
    await keepTokens(inDays(29));
    expect(await pickups()).toEqual([]);
    // Two workers, each minute.
    await Promise.all([keepTokens(inDays(30.01)), keepTokens(inDays(30.01))]);
    await keepTokens(inDays(30.02));
    expect(await mails()).toMatchObject([
      { to: 'ana@example.com', subject: 'A new secret of the token till 3 waits for you' },
    ]);
    await Promise.all([keepTokens(inDays(60.02)), keepTokens(inDays(60.02))]);
    expect(await mails()).toHaveLength(2);
    expect((await pickups()).filter(({ sealed }) => sealed !== null)).toHaveLength(1);
    expect(await works(token)).toBe(true);
    const [first, second] = (await mails()).map(({ text }) => linkIn(text));
    await expect(pickUpSecret(ana, { link: first! })).rejects.toMatchObject({
      code: 'conflict',
      options: { reason: { code: 'link_replaced' } },
    });

    const picked = await pickUpSecret(ana, { link: second! });
    expect(picked).toMatchObject({ id, name: 'till 3' });
    expect(Date.parse(picked.previousValidUntil) - Date.now()).toBeGreaterThan(47.9 * 3_600_000);
    expect([await works(token), await works(picked.token)]).toEqual([true, true]);
    expect(await verifyToken(token, client)).toMatchObject({
      previousUntil: new Date(picked.previousValidUntil),
    });
    const { nextRotationAt } = await getToken(testContext, { id });
    expect(Math.abs(Date.parse(nextRotationAt!) - inDays(30).getTime())).toBeLessThan(60_000);
  });

  it('missed both at once, as after a long stop, are one', async () => {
    await make();
    await keepTokens(inDays(65));
    await keepTokens(inDays(65.1));
    expect([(await mails()).length, (await pickups()).length]).toEqual([1, 1]);
  });
});

describe('a process that dies', () => {
  it('between preparing and writing leaves the mail to the next', async () => {
    await make();
    await prepareSuccessors(inDays(31));
    expect(await mails()).toEqual([]);
    await keepTokens(inDays(31));
    const link = linkIn((await mails())[0]!.text);
    expect(await works((await pickUpSecret(ana, { link })).token)).toBe(true);
  });

  it('after the mail was accepted makes no second one', async () => {
    await make();
    await keepTokens(inDays(31));
    await sql()`update token_pickups set mailed_at = null`;
    await keepTokens(inDays(31));
    expect(await mails()).toHaveLength(1);
    expect((await pickups())[0]!.mailed_at).not.toBeNull();
  });
});

describe('a new secret that waits', () => {
  it('is in no table in clear, works for nobody, and is erased when it is picked up', async () => {
    const { id } = await make();
    await keepTokens(inDays(31));
    const waiting = await getToken(testContext, { id });
    expect(waiting.waiting).toMatchObject({ mailedAt: expect.any(String), mailProblem: null });
    expect(await pickupsToMail()).toEqual([]);
    const before = await tables();
    const { token } = await pickUpSecret(ana, { id });
    expect(before).not.toContain(token.slice(17, -4));
    expect(await tables()).not.toContain(token.slice(17, -4));
    expect((await pickups()).every(({ sealed }) => sealed === null)).toBe(true);
    expect((await getToken(testContext, { id })).waiting).toBeNull();
  });

  it('is given once, whoever is quicker', async () => {
    const { id } = await make();
    await keepTokens(inDays(31));
    const link = linkIn((await mails())[0]!.text);
    const both = await Promise.allSettled([pickUpSecret(ana, { link }), pickUpSecret(ana, { link })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(pickUpSecret(ana, { link })).rejects.toMatchObject({
      options: { reason: { code: 'link_used', params: { who: 'ana@example.com' } } },
    });
    expect((await getToken(testContext, { id })).secrets).toHaveLength(2);
  });

  it.each([
    ['rotated by hand', (id: string) => rotateToken(ana, { id, graceHours: 1 })],
    ['revoked', (id: string) => revokeToken(ana, { id })],
    ['rotates no more', (id: string) => updateToken(ana, { id, rotation: null })],
  ])('goes with its token: %s', async (_, change) => {
    const { id } = await make();
    await keepTokens(inDays(31));
    await change(id);
    expect((await pickups()).map(({ sealed }) => sealed)).toEqual([null]);
    const link = linkIn((await mails())[0]!.text);
    await expect(pickUpSecret(ana, { link })).rejects.toMatchObject({ code: 'conflict' });
    await expect(pickUpSecret(ana, { id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is prepared for none that is revoked, has ended or does not rotate', async () => {
    await make({ rotation: null });
    await make({ expiresAt: inDays(20).toISOString() });
    await revokeToken(ana, { id: (await make()).id });
    await keepTokens(inDays(31));
    expect(await pickups()).toEqual([]);
  });

  it('is nobody’s who guesses a link', async () => {
    await expect(pickUpSecret(ana, { link: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('who is told', () => {
  it('is the one that was chosen, who made it where that one left, and then every administrator', async () => {
    await person('boss@example.com', 'administrator');
    await person('eva@example.com', 'administrator');
    await person('ben@example.com', 'technician');
    await make({ responsible: 'Ben@example.com' });
    await keepTokens(inDays(31));
    await sql()`update users set active = false where email = 'ben@example.com'`;
    await keepTokens(inDays(62));
    await sql()`update users set role = 'viewer' where email = 'ana@example.com'`;
    await keepTokens(inDays(93));
    const to = (await mails()).map((mail) => mail.to);
    expect(to).toEqual(['ben@example.com', 'ana@example.com', 'boss@example.com', 'eva@example.com']);
  });

  it('cannot be a person who may not change tokens, or is not there', async () => {
    await person('vic@example.com', 'viewer');
    for (const responsible of ['vic@example.com', 'nobody@example.com', newId()])
      await expect(make({ responsible })).rejects.toMatchObject({
        options: { errors: [{ path: 'responsible' }] },
      });
  });

  it('is nobody who works for other companies alone', async () => {
    const [own, other] = [await makeCompany(), await makeCompany()];
    const { id: eva } = await person('eva@example.com', 'administrator');
    await person('boss@example.com', 'administrator');
    const limit = (to: string) => sql()`update users set company_ids = ${[to]} where id = ${eva}`;
    await limit(other.id);
    await expect(make({ company: own.key, responsible: 'eva@example.com' })).rejects.toMatchObject({
      options: { errors: [{ path: 'responsible' }] },
    });
    await make({ company: own.key });
    await sql()`update users set active = false where email = 'ana@example.com'`;
    await keepTokens(inDays(31));
    await limit(own.id);
    await keepTokens(inDays(62));
    const to = (await mails()).map((mail) => mail.to);
    expect(to).toEqual(['boss@example.com', 'eva@example.com', 'boss@example.com']);
  });

  it('hears it in their language', async () => {
    await sql()`update users set language = 'es'`;
    await make();
    await keepTokens(inDays(31));
    expect((await mails())[0]!.subject).toBe('Un secreto nuevo del token till 3 le espera');
  });

  it('hears it later where nobody could carry the mail, and the panel says so meanwhile', async () => {
    await sql()`update providers set active = false`;
    forgetProviders();
    const { id } = await make();
    await keepTokens(inDays(31));
    expect((await getToken(testContext, { id })).waiting).toMatchObject({
      mailedAt: null,
      mailProblem: 'no_provider',
    });
    await makeProvider();
    await keepTokens(inDays(31.1));
    expect(await mails()).toHaveLength(1);
    expect((await getToken(testContext, { id })).waiting).toMatchObject({
      mailedAt: expect.any(String),
      mailProblem: null,
    });
  });
});

async function tables(): Promise<string> {
  const [pickup, audit, secrets, bodies] = await Promise.all([
    pickups(),
    sql()`select * from audit_log`,
    sql()`select * from token_secrets`,
    sql()`select * from message_bodies`,
  ]);
  return JSON.stringify([pickup, audit, secrets, bodies]);
}
