import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetProviders } from '@/lib/providers/cache';
import { suppress } from '@/lib/suppressions/suppress';
import { plantContacts } from '@/lib/testing/campaigns';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeList } from '@/lib/testing/lists';
import { linkKey } from '@/lib/tracking/link-key';
import { answerForm } from './answer-form';
import { askWaiting } from './ask';
import { getList } from './change';
import { listMembers, unsubscribeFromList } from './members';
import { signOptIn } from './opt-in-token';
import { subscribeToList } from './subscribe';

useDatabaseForEachTest();
beforeEach(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example');
  await makeProvider({ fromEmail: 'news@example.com' });
});

const subscribe = (id: string, emails: string[], more: { confirmed?: boolean; again?: boolean } = {}) =>
  subscribeToList(testContext, {
    ...{ id, confirmed: false, again: false },
    contacts: emails.map((email) => ({ email })),
    ...more,
  });
const stateOf = async (id: string) => {
  const { members } = await getList(testContext, { id });
  return [members.waiting, members.subscribed, members.unsubscribed];
};
const mails = async () =>
  (await sql()`select recipient_addresses as to from messages`).map(({ to }) => to[0]);
const visit = async (token: string, form?: Record<string, string>) => {
  const request = new Request(`https://relevo.example/api/l/${token}`, {
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    headers: { 'accept-language': 'es' },
  });
  const answer = await answerForm(request, token);
  return { status: answer.status, text: await answer.text() };
};
const tokenOf = async (listId: string) => {
  const [row] = await sql()`select contact_id from list_members where list_id = ${listId}`;
  return signOptIn({ listId, contactId: row!.contact_id }, await linkKey());
};

describe('a list that asks first', () => {
  it('has nobody on it before they pressed the button of their mail', async () => {
    const { id } = await makeList();
    const { results } = await subscribe(id, ['ana@example.com']);
    expect(results).toMatchObject([{ state: 'waiting', outcome: 'added' }]);
    expect(await mails()).toEqual(['ana@example.com']);
    const token = await tokenOf(id);
    expect((await visit(token)).text).toContain('Sí, suscribirme');
    expect(await stateOf(id)).toEqual([1, 0, 0]);
    expect((await visit(token, {})).text).toContain('Queda suscrito');
    expect(await stateOf(id)).toEqual([0, 1, 0]);
  });

  it('asks once, however often somebody is subscribed', async () => {
    const { id } = await makeList();
    await subscribe(id, ['ana@example.com']);
    await subscribe(id, ['ANA@example.com']);
    await askWaiting();
    expect(await mails()).toHaveLength(1);
  });

  it('asks those of one list, however many of another wait for somebody to carry it', async () => {
    const [poor, rich] = [await makeCompany({}), await makeCompany({})];
    await sql()`update providers set company_id = ${rich.id}`;
    forgetProviders();
    const [stuck, other] = [await makeList({ company: poor.key }), await makeList({ company: rich.key })];
    await plantContacts(201);
    const wait = (list: string, since: string) => sql()`
      insert into list_members (list_id, contact_id, state, source, by, created_at)
      select ${list}, id, 'waiting', 'api', 'somebody', ${since}::timestamptz from contacts`;
    await wait(stuck.id, '2026-01-01');
    await sql()`update contacts set email = 'ana@example.com' where id = (select id from contacts limit 1)`;
    await wait(other.id, '2026-01-02');
    await sql()`delete from list_members m using contacts c where c.id = m.contact_id and list_id = ${other.id} and c.email <> 'ana@example.com'`;
    await askWaiting();
    expect(await mails()).toEqual(['ana@example.com']);
  });

  it('takes those at once who agreed elsewhere', async () => {
    const { id } = await makeList();
    const { results } = await subscribe(id, ['ana@example.com', 'no address'], { confirmed: true });
    expect(results).toMatchObject([{ state: 'subscribed' }, { error: { code: 'validation_failed' } }]);
    expect(await mails()).toEqual([]);
  });
});

it('keeps those away who left, unless somebody says again', async () => {
  const { id } = await makeList({ optIn: 'single' });
  await subscribe(id, ['ana@example.com']);
  await unsubscribeFromList(testContext, { id, contact: 'Ana@example.com' });
  expect((await subscribe(id, ['ana@example.com'])).results).toMatchObject([
    { state: 'unsubscribed', outcome: 'left_before' },
  ]);
  expect((await subscribe(id, ['ana@example.com'], { again: true })).results).toMatchObject([
    { state: 'subscribed', outcome: 'added' },
  ]);
  expect((await listMembers(testContext, { id, limit: 10 })).data).toMatchObject([
    { email: 'ana@example.com', state: 'subscribed' },
  ]);
});

describe('the form', () => {
  it('leaves what is known of an address as it is, and asks', async () => {
    await makeContact({ name: 'Ana Benítez', email: 'ana@example.com', key: 'A-1' });
    const { id } = await makeList({ openForm: true });
    const { text } = await visit(id, { email: 'ana@example.com', name: 'Somebody else' });
    expect(text).toContain('Revise su buzón');
    expect(await sql()`select name from contacts`).toEqual([{ name: 'Ana Benítez' }]);
    expect(await stateOf(id)).toEqual([1, 0, 0]);
  });

  it('asks whoever left it, also where others are on it at once', async () => {
    const { id } = await makeList({ openForm: true, optIn: 'single' });
    await visit(id, { email: 'ana@example.com' });
    expect(await stateOf(id)).toEqual([0, 1, 0]);
    await unsubscribeFromList(testContext, { id, contact: 'ana@example.com' });
    await visit(id, { email: 'ana@example.com' });
    expect(await stateOf(id)).toEqual([1, 0, 0]);
  });

  it('takes nobody where it is closed, no programs, and no words for an address', async () => {
    const closed = await makeList();
    expect((await visit(closed.id, { email: 'ana@example.com' })).status).toBe(404);
    const { id } = await makeList({ openForm: true });
    await visit(id, { email: 'ana@example.com', website: 'https://spam.example' });
    expect((await visit(id, { email: 'ana' })).status).toBe(422);
    expect(await stateOf(id)).toEqual([0, 0, 0]);
  });
});

it('takes back what they said against marketing, once they confirm', async () => {
  const { id } = await makeList();
  const told = { companyId: null, address: 'ana@example.com', category: 'marketing', cause: 'unsubscribe' };
  await suppress({ ...told, at: new Date(Date.now() - 1_000) } as Parameters<typeof suppress>[0]);
  await subscribe(id, ['ana@example.com']);
  const token = await tokenOf(id);
  const standing = async () => (await sql()`select from suppressions where lifted_at is null`).length;
  expect(await standing()).toBe(1);
  await visit(token, {});
  expect(await standing()).toBe(0);
});

it('leads nowhere with a changed link', async () => {
  const { id } = await makeList();
  await subscribe(id, ['ana@example.com']);
  const token = await tokenOf(id);
  const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  expect((await visit(changed, {})).status).toBe(404);
});
