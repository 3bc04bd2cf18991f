import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { acceptInvitation } from '@/lib/people/accept';
import { setNewPassword } from '@/lib/people/new-password';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeToken, testContext } from '@/lib/testing/factories';
import { type Call, call, expectProblem, signIn } from '@/lib/testing/http';
import { POST as ACTIVATE } from './[id]/activate/route';
import { POST as DEACTIVATE } from './[id]/deactivate/route';
import { POST as RESET } from './[id]/reset/route';
import { GET as GET_ONE, PATCH } from './[id]/route';
import { POST as RENEW } from './invitations/[id]/renew/route';
import { DELETE as WITHDRAW } from './invitations/[id]/route';
import { GET as INVITATIONS } from './invitations/route';
import { GET, POST } from './route';

useTestDatabase();

const PASSWORD = 'correct horse battery staple';
const nobody = { method: 'POST', params: { id: newId() } } as const;
const write = { scope: 'people:write', role: 'administrator' } as const;
const freshEmail = () => `luis-${newId()}@example.com`;

describeAccess('GET', GET, { scope: 'people:read', role: 'viewer' });
describeAccess('GET one', GET_ONE, {
  scope: 'people:read',
  role: 'viewer',
  request: { params: nobody.params },
});
describeAccess('GET invitations', INVITATIONS, { scope: 'people:read', role: 'viewer' });
describeAccess('POST', POST, { ...write, request: { body: { email: freshEmail(), role: 'viewer' } } });
describeAccess('PATCH', PATCH, {
  ...write,
  request: { method: 'PATCH', params: nobody.params, body: { role: 'viewer' } },
});
describeAccess('activate', ACTIVATE, { ...write, request: nobody });
describeAccess('deactivate', DEACTIVATE, { ...write, request: nobody });
describeAccess('reset', RESET, { ...write, request: nobody });
describeAccess('renew', RENEW, { ...write, request: nobody });
describeAccess('withdraw', WITHDRAW, { ...write, request: { ...nobody, method: 'DELETE' } });

let cookie: string;
let ownId: string;
beforeAll(async () => {
  cookie = await signIn('administrator');
  ownId = await lastSignedIn();
});

/** Of whom `signIn` has made the session a moment ago: ids are ordered by time. */
async function lastSignedIn(): Promise<string> {
  const [row] = await sql()<{ id: string }[]>`select user_id as id from sessions order by id desc limit 1`;
  return row!.id;
}

const invite = (body: object = {}, as: Call = { cookie }) =>
  call(POST, { ...as, body: { email: freshEmail(), role: 'viewer', ...body } });
const change = (id: string, body: object, as: Call = { cookie }) =>
  call(PATCH, { ...as, method: 'PATCH', params: { id }, body });
const press = (handler: Parameters<typeof call>[0], id: string, as: Call = { cookie }) =>
  call(handler, { ...as, method: 'POST', params: { id } });
const tokenIn = (link: string) => link.split('/').at(-1)!;
const join = (link: string) =>
  acceptInvitation(testContext, { token: tokenIn(link), name: 'Luis', password: PASSWORD, language: 'es' });

describe('POST', () => {
  it('201 with the link, this once', async () => {
    const email = freshEmail();
    const { status, body } = await invite({ email, language: 'es' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ email, role: 'viewer', companies: null, expired: false });
    const hours = (Date.parse(body.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(47.9);
    expect(hours).toBeLessThanOrEqual(48);
    const list = await call(INVITATIONS, { cookie });
    expect(list.body.data.map((each: { email: string }) => each.email)).toContain(email);
    expect(list.text).not.toContain(tokenIn(body.link));
  });

  it.each<[object, string]>([
    [{ email: 'nobody' }, 'email'],
    [{ email: 'a@example.com\r\nBcc: b@example.com' }, 'email'],
    [{ role: 'owner' }, 'role'],
    [{ companies: [] }, 'companies'],
    [{ companies: ['no such company'] }, 'companies'],
    [{ language: 'gn' }, 'language'],
    [{ active: true }, 'active'],
  ])('400: %j', async (body, path) => {
    expectProblem(await invite(body), 400, 'validation_failed', path);
  });

  it('409 for who is invited or there already, whatever the letter case, also at the same moment', async () => {
    const email = freshEmail();
    const both = await Promise.all([invite({ email }), invite({ email: email.toUpperCase() })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await join(both.find(({ status }) => status === 201)!.body.link);
    expectProblem(await invite({ email }), 409, 'conflict');
  });
});

describe('the link of an invitation', () => {
  it('makes one account, also where it is opened by many at the same moment', async () => {
    const { body } = await invite({ role: 'technician' });
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => join(body.link)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const person = await call(GET_ONE, { cookie, params: { id: body.email } });
    expect(person.body).toMatchObject({ name: 'Luis', role: 'technician', active: true, lastSeenAt: null });
    await expect(join(body.link)).rejects.toMatchObject({ status: 409 });
  });

  it('ends with a newer one, when it is withdrawn, and with its time', async () => {
    const { body } = await invite();
    const again = await press(RENEW, body.id);
    expect(again.status).toBe(200);
    await expect(join(body.link)).rejects.toMatchObject({ status: 404 });
    const gone = await call(WITHDRAW, { cookie, method: 'DELETE', params: { id: body.id } });
    expect(gone.status).toBe(204);
    await expect(join(again.body.link)).rejects.toMatchObject({ status: 409 });
    expectProblem(await press(RENEW, body.id), 404, 'not_found');

    const late = (await invite()).body;
    await sql()`update invitations set expires_at = now() - interval '1 second' where id = ${late.id}`;
    await expect(join(late.link)).rejects.toMatchObject({ status: 409 });
  });
});

describe('a person', () => {
  it('is changed in what is named only, and by no other way', async () => {
    const { body } = await invite({ role: 'technician' });
    const { id } = await join(body.link);
    expect((await change(id, { name: 'Luisa' })).body).toMatchObject({ name: 'Luisa', role: 'technician' });
    for (const field of ['email', 'active', 'password', 'passwordHash', 'companyIds'])
      expectProblem(await change(id, { [field]: 'x' }), 400, 'validation_failed', field);
    expectProblem(await change(newId(), { name: 'Nobody' }), 404, 'not_found');
  });

  it('gets a new password by a link that works once, unless deactivated', async () => {
    const { id } = await join((await invite()).body.link);
    const { status, body } = await press(RESET, id);
    expect(status).toBe(200);
    const use = () =>
      setNewPassword(testContext, { token: tokenIn(body.link), password: 'another long password' });
    const both = await Promise.allSettled([use(), use()]);
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await press(DEACTIVATE, id);
    expectProblem(await press(RESET, id), 409, 'conflict');
  });
});

describe('whether somebody has a second factor', () => {
  it('is told to who looks after people, and to nobody who looks for whom to attack', async () => {
    const one = async (as: Call) => (await call(GET_ONE, { ...as, params: { id: ownId } })).body;
    const told = [{ cookie }, { token: await makeToken(['people:read', 'people:write']) }];
    const untold = [{ cookie: await signIn('technician') }, { token: await makeToken(['people:read']) }];
    for (const as of told) expect(await one(as)).toMatchObject({ secondFactor: false });
    for (const as of untold) expect(await one(as)).not.toHaveProperty('secondFactor');
    await sql()`insert into second_factors (user_id, sealed, confirmed_at) values (${ownId}, 'x', now())`;
    for (const as of told) expect(await one(as)).toMatchObject({ secondFactor: true });
    await sql()`delete from second_factors`;
  });
});

describe('the last administrator', () => {
  it('is neither demoted, limited nor deactivated, by anybody', async () => {
    const { key } = await makeCompany();
    const token = await makeToken();
    await sql()`update users set active = false where role = 'administrator' and id <> ${ownId}`;
    for (const as of [{ cookie }, { token }]) {
      for (const body of [{ role: 'technician' }, { companies: [key] }])
        expectProblem(await change(ownId, body, as), 409, 'conflict');
      expectProblem(await press(DEACTIVATE, ownId, as), 409, 'conflict');
    }
    expect((await call(GET_ONE, { cookie, params: { id: ownId } })).body).toMatchObject({
      role: 'administrator',
      active: true,
      companies: null,
    });
  });
});

describe('an administrator who is limited to a company', () => {
  it('sees and gives only what is theirs', async () => {
    const [own, other] = [await makeCompany(), await makeCompany()];
    const limited = { cookie: await signIn('administrator') };
    const id = await lastSignedIn();
    await sql()`update users set company_ids = ${[own.id]} where id = ${id}`;

    const seen = (await call(GET, limited)).body.data;
    expect(seen.map((each: { id: string }) => each.id)).toEqual([id]);
    for (const handler of [DEACTIVATE, RESET, ACTIVATE])
      expectProblem(await press(handler, ownId, limited), 404, 'not_found');
    expectProblem(await change(ownId, { role: 'viewer' }, limited), 404, 'not_found');

    for (const companies of [null, [other.key], [own.key, other.key]]) {
      expectProblem(await invite({ companies }, limited), 403, 'forbidden', 'companies');
      expectProblem(await change(id, { companies }, limited), 403, 'forbidden', 'companies');
    }
    expect((await invite({}, limited)).body).toMatchObject({ companies: [own.key] });
    expect((await change(id, { name: 'Eva' }, limited)).body).toMatchObject({ companies: [own.key] });

    const foreign = (await invite({ companies: [other.key] })).body;
    expectProblem(await press(RENEW, foreign.id, limited), 404, 'not_found');
    const list = (await call(INVITATIONS, limited)).text;
    expect(list).not.toContain(foreign.email);
  });
});
