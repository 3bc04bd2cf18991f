import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { findSession, startSession } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import type { Role } from '@/lib/roles';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { acceptInvitation, findInvitation } from './accept';
import { withdrawInvitation } from './invitations';
import { invitePerson } from './invite';
import { getPerson, listInvitations, listPeople } from './list';
import { setNewPassword } from './new-password';
import { renewInvitation } from './renew';
import { mailForgotten, resetPassword } from './reset';
import { InvitationInput } from './schema';
import { activatePerson, deactivatePerson, updatePerson } from './update';

useDatabaseForEachTest();

const PASSWORD = 'correct horse battery staple';
const client = { ip: '203.0.113.9', userAgent: null };

async function person(name: string, role: Role = 'administrator') {
  const email = `${name}@example.com`;
  return createUser(testContext, { email, name, role, password: PASSWORD });
}

const invite = (input: Partial<InvitationInput> = {}, ctx: Context = testContext) =>
  invitePerson(ctx, InvitationInput.parse({ email: 'luis@example.com', role: 'viewer', ...input }));
const tokenOf = ({ link }: { link?: string }) => link!.split('/').at(-1)!;
const answer = (token: string) => ({ token, name: 'Luis', password: PASSWORD, language: 'es' as const });
const refused = (reason: string, status = 409) =>
  expect.objectContaining({ status, options: { reason: expect.objectContaining({ code: reason }) } });
const sent = () => sql()`select subject, text from messages join message_bodies on message_id = id`;
const expire = (table: string) => sql()`update ${sql()(table)} set expires_at = now() - interval '1 second'`;

let ana: { id: string };
beforeEach(async () => {
  ana = await person('ana');
});

describe('an invitation', () => {
  it('makes the account that it is for, once, also when it is answered twice at the same moment', async () => {
    const { id } = await makeCompany({ name: 'Clinic', key: 'clinic' });
    const invited = await invite({ companies: ['Clinic'] });
    expect(invited).toMatchObject({ companies: ['clinic'], expired: false, mail: 'no_provider' });
    const token = tokenOf(invited);
    expect(await findInvitation(token)).toEqual({ state: 'valid', email: 'luis@example.com' });
    const both = await Promise.allSettled([1, 2].map(() => acceptInvitation(testContext, answer(token))));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await getPerson(testContext, 'LUIS@example.com')).toMatchObject({
      role: 'viewer',
      companies: ['clinic'],
      active: true,
    });
    const session = await findSession(
      await signIn({ email: 'luis@example.com', password: PASSWORD }, client),
    );
    expect(session).toMatchObject({ companyId: id, companyIds: [id], language: 'es' });
    await expect(acceptInvitation(testContext, answer(token))).rejects.toEqual(refused('link_spent'));
    expect((await listInvitations(testContext)).data).toEqual([]);
  });

  it('is accepted, and a password set by a link, by the person, not by a command', async () => {
    const deeds = () => sql()`
      select action, actor_type as type, actor_id as id, actor_label as name, after->>'invitedBy' as "invitedBy"
      from audit_log where action in ('person.join', 'person.set_password') order by id`;
    const luis = await acceptInvitation(testContext, answer(tokenOf(await invite())));
    await makeProvider({ name: 'none', active: false });
    const reset = await resetPassword(testContext, { id: luis.id });
    await setNewPassword(testContext, { token: tokenOf(reset), password: 'another battery horse' });
    const who = { type: 'user', id: luis.id, name: 'luis@example.com' };
    expect(await deeds()).toEqual([
      { ...who, action: 'person.join', invitedBy: testContext.actor.label },
      { ...who, action: 'person.set_password', invitedBy: null },
    ]);
  });

  it('is for nobody who is there or invited already', async () => {
    await expect(invite({ email: 'ANA@example.com' })).rejects.toEqual(refused('person_there'));
    await invite();
    await expect(invite({ email: 'Luis@example.com' })).rejects.toEqual(refused('invited_already'));
    const both = await Promise.allSettled([1, 2].map(() => invite({ email: 'eva@example.com' })));
    expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect((await listInvitations(testContext)).data).toHaveLength(2);
  });

  it('ends after 48 hours, and can be made anew', async () => {
    const first = await invite();
    const hours = (Date.parse(first.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(47.9);
    expect(hours).toBeLessThanOrEqual(48);
    await expire('invitations');
    await expect(acceptInvitation(testContext, answer(tokenOf(first)))).rejects.toEqual(
      refused('link_expired'),
    );
    const again = await renewInvitation(testContext, { id: first.id });
    await expect(acceptInvitation(testContext, answer(tokenOf(first)))).rejects.toMatchObject({
      status: 404,
    });
    await acceptInvitation(testContext, answer(tokenOf(again)));
    await expect(renewInvitation(testContext, { id: first.id })).rejects.toMatchObject({ status: 404 });
  });

  it('can be withdrawn', async () => {
    const invited = await invite();
    await withdrawInvitation(testContext, { id: invited.id });
    await expect(acceptInvitation(testContext, answer(tokenOf(invited)))).rejects.toEqual(
      refused('link_withdrawn'),
    );
    expect((await listPeople(testContext)).data).toHaveLength(1);
    await invite();
  });

  it('goes by mail, with its link, of which only the hash is kept', async () => {
    await makeProvider();
    const invited = await invite({ language: 'es' });
    expect(invited.mail).toBe('sent');
    const [mail] = await sent();
    expect(mail!.subject).toContain('le invita');
    expect(mail!.text).toContain(invited.link);
    const [{ row }] = (await sql()`select to_jsonb(i)::text as row from invitations i`) as [{ row: string }];
    expect(row).not.toContain(tokenOf(invited));
    const [{ log }] = (await sql()`select jsonb_agg(a)::text as log from audit_log a`) as [{ log: string }];
    expect(log).not.toContain(tokenOf(invited));
    expect(log).toContain('person.invite');
  });
});

describe('the last administrator', () => {
  const changes = {
    'not demoted': (id: string) => updatePerson(testContext, { id, role: 'technician' }),
    'not deactivated': (id: string) => deactivatePerson(testContext, { id }),
    'not limited': async (id: string) =>
      updatePerson(testContext, { id, companies: [(await makeCompany()).id] }),
  };

  it.each(Object.entries(changes))('is %s', async (_, change) => {
    await person('tom', 'technician');
    const before = await sql()`select * from users where id = ${ana.id}`;
    await expect(change(ana.id)).rejects.toEqual(refused('last_administrator'));
    expect(await sql()`select * from users where id = ${ana.id}`).toEqual(before);
  });

  it('is kept when two remove each other at the same moment', async () => {
    const bo = await person('bo');
    for (let round = 0; round < 5; round++) {
      const both = await Promise.allSettled([ana, bo].map(({ id }) => deactivatePerson(testContext, { id })));
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      for (const { id } of [ana, bo]) await activatePerson(testContext, { id });
    }
  });
});

describe('a change of rights', () => {
  it('ends the sessions, at once; a new name does not', async () => {
    const bo = await person('bo');
    const begin = () => startSession(bo.id, client);
    for (const change of [
      () => updatePerson(testContext, { id: bo.id, role: 'viewer' }),
      async () => updatePerson(testContext, { id: bo.id, companies: [(await makeCompany()).id] }),
      () => deactivatePerson(testContext, { id: bo.id }),
    ]) {
      const session = await begin();
      await updatePerson(testContext, { id: bo.id, name: 'Bo' });
      expect(await findSession(session)).not.toBeNull();
      await change();
      expect(await findSession(session)).toBeNull();
    }
    await expect(signIn({ email: 'bo@example.com', password: PASSWORD }, client)).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    await activatePerson(testContext, { id: bo.id });
    await signIn({ email: 'bo@example.com', password: PASSWORD }, client);
  });
});

describe('who is limited to a company', () => {
  it('knows and invites only people of it', async () => {
    const [own, other] = [await makeCompany(), await makeCompany()];
    const eva = await person('eva');
    await updatePerson(testContext, { id: eva.id, companies: [own.id] });
    const actor: Context['actor'] = {
      type: 'user',
      id: eva.id,
      label: 'eva@example.com',
      role: 'administrator',
      sessionId: eva.id,
      companyIds: [own.id],
    };
    const ctx: Context = { ...testContext, actor, companyId: own.id };
    expect((await listPeople(ctx)).data.map(({ name }) => name)).toEqual(['eva']);
    await expect(deactivatePerson(ctx, { id: ana.id })).rejects.toMatchObject({ status: 404 });
    for (const companies of [[other.id], null])
      await expect(invite({ companies }, ctx)).rejects.toMatchObject({ status: 403 });
    await expect(updatePerson(ctx, { id: eva.id, companies: null })).rejects.toMatchObject({ status: 403 });
    expect(await invite({}, ctx)).toMatchObject({ companies: [own.key] });
  });
});

describe('a new password by link', () => {
  it('ends the sessions and works once, also when it is used twice at the same moment', async () => {
    const session = await startSession(ana.id, client);
    const reset = await resetPassword(testContext, { id: ana.id });
    expect(reset.mail).toBe('no_provider');
    expect(await findSession(session)).not.toBeNull();
    const use = (password: string) => setNewPassword(testContext, { token: tokenOf(reset), password });
    const both = await Promise.allSettled([use('another long password'), use('a third long password')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await findSession(session)).toBeNull();
    await expect(signIn({ email: 'ana@example.com', password: PASSWORD }, client)).rejects.toThrow();
    await expect(use('a fourth long password')).rejects.toEqual(refused('link_spent'));
  });

  it('ends after an hour, and when another one is asked for', async () => {
    const first = await resetPassword(testContext, { id: ana.id });
    const second = await resetPassword(testContext, { id: 'ana@example.com' });
    const use = (reset: { link?: string }) =>
      setNewPassword(testContext, { token: tokenOf(reset), password: 'another long password' });
    await expect(use(first)).rejects.toMatchObject({ status: 404 });
    expect((Date.parse(second.expiresAt) - Date.now()) / 60_000).toBeLessThanOrEqual(60);
    await expire('password_links');
    await expect(use(second)).rejects.toEqual(refused('link_expired'));
  });

  it('is mailed to who forgot it, but not again and again, and to nobody unknown or deactivated', async () => {
    await makeProvider();
    const bo = await person('bo', 'viewer');
    await deactivatePerson(testContext, { id: bo.id });
    for (const email of ['bo@example.com', 'nobody@example.com', 'ANA@example.com', 'ana@example.com'])
      await mailForgotten(email);
    const mails = await sent();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toMatch(/\/new-password\/[\w-]{43}/);
  });

  it('is told to who asks only where no mail could carry it', async () => {
    await makeProvider();
    expect(await resetPassword(testContext, { id: ana.id })).toEqual({
      mail: 'sent',
      expiresAt: expect.any(String),
    });
  });
});
