import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { advanceNotifications } from '@/lib/notifications/advance';
import { getNotification } from '@/lib/notifications/list';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeNotification } from '@/lib/testing/notifications';
import { answerPreflight, bodyOf, forBrowser, queryOf } from './browser';
import { listFeed, listFeedOf } from './list';
import { putFeedItem } from './put';
import { markFeedRead, markRead } from './read';
import { OwnFeedQuery, OwnFeedRead } from './schema';
import { createFeedToken, readFeedToken, signFeedToken } from './token';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider();
});

const page = { limit: 20 };
const all = (contactId: string) => ({ contactId, companyId: null });
const inFeed = { steps: [{ channel: 'feed' as const }] };

async function makeItems(contactId: string, count: number): Promise<string[]> {
  for (let n = 0; n < count; n++)
    await putFeedItem({
      contactId,
      notificationId: newId(),
      type: 'x',
      title: `T${n}`,
      body: 'b',
      url: null,
    });
  return (await listFeedOf(all(contactId), { limit: 100 })).data.map(({ id }) => id);
}

describe('what is told within the pages of a company', () => {
  it('is in the feed of the person, with where it leads, and is delivered once they read it', async () => {
    const type = await makeType({
      ...inFeed,
      title: 'Overdue <book>',
      variables: [
        { name: 'book', required: true, example: 'x' },
        { name: 'page', type: 'url', required: true, example: 'https://x.example' },
      ],
    });
    const { id } = await makeContact({ language: 'en' });
    const variables = { book: 'Yo el Supremo', page: 'https://library.example/7' };
    const told = await makeNotification({ type: type.key, contact: id, variables });
    expect(told).toMatchObject({ state: 'waiting', channels: [{ channel: 'feed', state: 'handed_over' }] });
    const feed = await listFeed(testContext, { contact: id, ...page });
    expect(feed).toMatchObject({
      unread: 1,
      nextCursor: null,
      data: [
        {
          type: type.key,
          title: 'Overdue <book>',
          body: 'Please bring Yo el Supremo back.',
          url: 'https://library.example/7',
          readAt: null,
        },
      ],
    });
    const states = async () =>
      (await getNotification(testContext, { id: told.id })).channels.map(({ state }) => state);
    expect(await states()).toEqual(['in_feed']);
    expect(await markFeedRead(testContext, { contact: id })).toEqual({ unread: 0 });
    expect(await states()).toEqual(['read']);
    await sql()`update notifications set next_at = now() - interval '1 minute'`;
    await advanceNotifications();
    expect((await getNotification(testContext, { id: told.id })).state).toBe('delivered');
  });

  it('leaves whoever is no contact out, and whoever does not read it hears by the next channel', async () => {
    const type = await makeType({
      steps: [{ channel: 'feed', waitMinutes: 5 }, { channel: 'sms' }],
      mode: 'until_delivered',
    });
    const stranger = await makeNotification({ type: type.key });
    expect(stranger.channels[0]).toMatchObject({ channel: 'feed', state: 'skipped', reason: 'no_address' });
    const { id } = await makeContact({ phone: '+595981123456' });
    const told = await makeNotification({ type: type.key, contact: id });
    const advance = (minutes: number) => advanceNotifications(new Date(Date.now() + minutes * 60_000));
    await advance(2);
    expect((await getNotification(testContext, { id: told.id })).channels[1]!.state).toBe('planned');
    await advance(6);
    expect((await getNotification(testContext, { id: told.id })).channels[1]!.messageId).toBeTruthy();
  });

  it('of one notification is there once, and gone with the person', async () => {
    const { id } = await makeContact();
    const item = { contactId: id, notificationId: newId(), type: 'x', title: 'T', body: 'b', url: null };
    await Promise.all([putFeedItem(item), putFeedItem(item)]);
    await putFeedItem(item);
    expect((await listFeedOf(all(id), page)).data).toHaveLength(1);
    await sql()`delete from contacts where id = ${id}`;
    await putFeedItem({ ...item, notificationId: newId() });
    expect(await sql()`select from feed_items`).toHaveLength(0);
  });

  it('is read page by page, and marked one by one, by nobody else', async () => {
    const [ana, luis] = [await makeContact(), await makeContact()];
    const ids = await makeItems(ana.id, 5);
    await makeItems(luis.id, 1);
    const first = await listFeedOf(all(ana.id), { limit: 2 });
    const rest = await listFeedOf(all(ana.id), { limit: 20, cursor: first.nextCursor! });
    expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(ids);
    expect(await markRead(all(luis.id), { ids: [ids[0]!] })).toEqual({ unread: 1 });
    expect(await markRead(all(ana.id), { ids: [ids[0]!] })).toEqual({ unread: 4 });
  });
});

it('the feed of one company is nowhere for another', async () => {
  const [own, other] = [await makeCompany({}), await makeCompany({})];
  const { id } = await makeContact({ company: own.key });
  await makeItems(id, 1);
  const ctx = { ...testContext, companyId: other.id };
  for (const ask of [
    () => listFeed(ctx, { contact: id, ...page }),
    () => markFeedRead(ctx, { contact: id }),
    () => createFeedToken(ctx, { contact: id, minutes: 1 }),
  ])
    await expect(ask()).rejects.toMatchObject({ code: 'not_found' });
  expect((await listFeedOf(all(id), page)).unread).toBe(1);
});

it('of a person whom all companies know each sees what it told them itself, also by the token of a page', async () => {
  const [own, other] = [await makeCompany({}), await makeCompany({})];
  const { id } = await makeContact();
  for (const company of [own, other])
    await makeNotification({
      type: (await makeType({ ...inFeed, company: company.key })).key,
      contact: id,
      company: company.key,
    });
  const ctx = { ...testContext, companyId: own.id };
  const { token } = await createFeedToken(ctx, { contact: id, minutes: 1 });
  const person = (await readFeedToken(token))!;
  for (const feed of [await listFeed(ctx, { contact: id, ...page }), await listFeedOf(person, page)]) {
    expect(feed.unread).toBe(1);
    expect(feed.data).toHaveLength(1);
  }
  expect(await markRead(person, {})).toEqual({ unread: 0 });
  expect((await listFeedOf(all(id), page)).unread).toBe(1);
});

describe('the token of one person', () => {
  it('is theirs, for its minutes, and no other sign of ours is taken for it', async () => {
    const { id } = await makeContact();
    const { token, expiresAt } = await createFeedToken(testContext, { contact: id, minutes: 15 });
    expect(await readFeedToken(token)).toEqual({ ...all(id), expiresAt: new Date(expiresAt) });
    expect(await readFeedToken(token, new Date(expiresAt))).toBeNull();
    for (let at = 5; at < token.length; at += 6) {
      const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(await readFeedToken(forged)).toBeNull();
    }
    await expect(createFeedToken(testContext, { contact: 'nobody', minutes: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a page of a company', () => {
  const ask = (token: string, init: RequestInit = {}, path = '') =>
    new Request(`https://relevo.example.com/api/feed${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        origin: 'https://shop.example',
        'content-type': 'application/json',
      },
    });
  const read = forBrowser((person, request) => listFeedOf(person, queryOf(OwnFeedQuery, request)));
  const mark = forBrowser(async (person, request) => markRead(person, await bodyOf(OwnFeedRead, request)));

  it('of any address reads and marks by the token, and hears why it may not', async () => {
    const { id } = await makeContact();
    await makeItems(id, 2);
    const { token } = await createFeedToken(testContext, { contact: id, minutes: 15 });
    const answer = await read(ask(token, {}, '?limit=1'));
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(await answer.json()).toMatchObject({ unread: 2, data: [{ title: 'T1' }] });
    expect(await (await mark(ask(token, { method: 'POST', body: '{}' }))).json()).toEqual({ unread: 0 });
    const over = await signFeedToken(all(id), new Date(Date.now() - 1_000));
    for (const wrong of [over, '', 'rlv_x', `${token}x`]) {
      const refused = await read(ask(wrong));
      expect(refused.status).toBe(401);
      expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect((await read(ask(token, {}, '?limit=1000'))).status).toBe(400);
  });

  it('may ask beforehand', async () => {
    const { status, headers } = await answerPreflight();
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
  });
});
