import { beforeEach, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { getNotification } from '@/lib/notifications/list';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeKind, makeSubject } from '@/lib/testing/rules';
import { notifyAbout } from './notify-about';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider();
});

test('tells of one subject now, by the channels of the type, with what is known of it', async () => {
  const { key: type } = await makeType({
    texts: { en: 'Bring {{ book }} back, loan {{ subject_key }}.' },
    variables: [
      { name: 'book', required: true, example: 'x' },
      { name: 'subject_key', required: true, example: 'x' },
    ],
  });
  const { key: kind } = await makeKind();
  const { id, key, contactId } = await makeSubject(kind, { fine: 1 });
  const told = await notifyAbout(testContext, { id, type });
  expect(told.channels).toMatchObject([{ channel: 'sms', state: 'handed_over' }]);
  expect(await getNotification(testContext, { id: told.id })).toMatchObject({
    contactId,
    channels: [{ channel: 'sms', state: 'queued' }],
  });
  const [step] = await sql()`select text from notification_steps`;
  expect(step).toEqual({ text: `Bring Yo el Supremo back, loan ${key}.` });
});

test('by hand it is told again, unless the same is meant', async () => {
  const { key: type } = await makeType();
  const { id } = await makeSubject((await makeKind()).key, {});
  const states = [];
  for (const dedupeKey of [undefined, undefined, 'a', 'a'])
    states.push((await notifyAbout(testContext, { id, type, dedupeKey })).state);
  expect(states).toEqual(['waiting', 'waiting', 'waiting', 'skipped']);
});

test('of one whom nobody is named for, that lacks what the type needs, or of another company, nobody is told', async () => {
  const { key: type } = await makeType();
  const { key: kind } = await makeKind();
  const nobody = await makeSubject(kind, {}, { contact: null });
  await expect(notifyAbout(testContext, { id: nobody.id, type })).rejects.toMatchObject({
    errors: [{ path: 'contact', code: 'subject_nobody' }],
  });
  const bare = await makeSubject(kind, { book: null });
  await expect(notifyAbout(testContext, { id: bare.id, type })).rejects.toMatchObject({
    code: 'variables_invalid',
    errors: [{ path: 'variables.book' }],
  });
  const [one, other] = [await makeCompany(), await makeCompany()];
  const theirs = await makeSubject(kind, {}, { company: one.key });
  const stranger = { ...testContext, companyId: other.id };
  await expect(notifyAbout(stranger, { id: theirs.id, type })).rejects.toMatchObject({ code: 'not_found' });
  expect(await sql()`select from notifications`).toHaveLength(0);
});
