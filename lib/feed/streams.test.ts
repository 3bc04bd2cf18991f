import { describe, expect, it } from 'vitest';
import { flushAnnouncements } from '@/lib/announcements/announce';
import { newId } from '@/lib/ids';
import { EVENT_STREAM_HEADERS } from '@/lib/live/event-stream';
import { makeContact } from '@/lib/testing/contacts';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeNotification } from '@/lib/testing/notifications';
import { putFeedItem } from './put';
import { openFeedStream } from './streams';

useTestDatabase();

const makeItem = (contactId: string) =>
  putFeedItem({ contactId, notificationId: newId(), type: 'x', title: 'T', body: 'b', url: null });

describe('an open page', () => {
  it('is told at once of what is new to its person, and not of what is not', async () => {
    const [ana, luis] = [await makeContact(), await makeContact()];
    const person = { contactId: ana.id, companyId: null, expiresAt: new Date(Date.now() + 60_000) };
    const reader = (await openFeedStream(person)).pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader.read()).value ?? '';
    let heard = (await next()) + (await next());
    expect(heard).toContain('event: feed\ndata: {"unread":0,"newest":null}');
    await makeItem(luis.id);
    await flushAnnouncements();
    await makeItem(ana.id);
    await flushAnnouncements();
    heard = await next();
    expect(heard).toContain('"unread":1');
    await reader.cancel();
  });

  it('of a company counts what that company told', async () => {
    const [own, other] = [await makeCompany({}), await makeCompany({})];
    const { id } = await makeContact();
    const { key: type } = await makeType({ steps: [{ channel: 'feed' }], company: own.key });
    await makeNotification({ type, contact: id, company: own.key });
    const unreadOf = async (companyId: string) => {
      const person = { contactId: id, companyId, expiresAt: new Date(Date.now() + 60_000) };
      const reader = (await openFeedStream(person)).pipeThrough(new TextDecoderStream()).getReader();
      const heard = ((await reader.read()).value ?? '') + ((await reader.read()).value ?? '');
      await reader.cancel();
      return heard.match(/"unread":(\d+)/)?.[1];
    };
    expect([await unreadOf(own.id), await unreadOf(other.id)]).toEqual(['1', '0']);
  });

  it('is one of a few of its person', async () => {
    const { id } = await makeContact();
    const person = { contactId: id, companyId: null, expiresAt: new Date(Date.now() + 60_000) };
    const open = await Promise.all(Array.from({ length: 4 }, () => openFeedStream(person)));
    await expect(openFeedStream(person)).rejects.toMatchObject({ code: 'rate_limited' });
    for (const each of open) await each.cancel();
    await (await openFeedStream(person)).cancel();
    expect(EVENT_STREAM_HEADERS['content-type']).toContain('text/event-stream');
  });
});
