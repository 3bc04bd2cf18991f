import { expect, test } from 'vitest';
import { makeToken } from '@/lib/testing/factories';
import { call, type Handler } from '@/lib/testing/http';
import { moveClock, useStory } from '@/lib/testing/stories';
import { POST as saveContact } from '../contacts/route';
import { POST as createType } from '../notification-types/route';
import { GET as getNotification } from '../notifications/[id]/route';
import { GET as listNotifications } from '../notifications/route';
import { POST as createKind } from '../subject-kinds/route';
import { POST as notifyNow } from '../subjects/[id]/notify/route';
import { POST as saveSubjects } from '../subjects/batch/route';
import { GET as listRuns } from './[id]/runs/route';
import { POST as createRule } from './route';

// A Tuesday, 9:30 in Asunción.
useStory('2026-12-01T12:30:00Z');

test('a library, which nothing here was made for, tells of overdue books by the API alone', async () => {
  const token = await makeToken([
    'contacts:write',
    'subjects:write',
    'rules:write',
    'rules:read',
    'notifications:write',
    'notifications:read',
    'messages:send',
  ]);
  const send = async (handler: Handler, body: object, params: Record<string, string> = {}) => {
    const answer = await call(handler, { token, body, params });
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.body;
  };
  const told = async () => {
    const { body } = await call(listNotifications, { token, query: { type: 'book-overdue' } });
    return body.data.map(({ person, channels }: { person: string; channels: { channel: string }[] }) => [
      person,
      ...channels.map(({ channel }) => channel),
    ]);
  };

  await send(saveContact, { key: 'R-1', name: 'Ana', phone: '+595981123456', email: 'ana@example.com' });
  await send(saveContact, { key: 'R-2', name: 'Luis', phone: '+595981123457' });
  await send(createType, {
    key: 'book-overdue',
    title: 'Book overdue',
    steps: [{ channel: 'sms' }],
    texts: { es: 'Devuelva {{ book }}.', en: 'Please bring {{ book }} back.' },
    variables: [{ name: 'book', required: true, example: 'Yo el Supremo' }],
  });
  await send(createKind, {
    key: 'loan',
    title: 'Loan',
    fields: [
      { name: 'book', type: 'text' },
      { name: 'due_on', type: 'date' },
      { name: 'back', type: 'boolean' },
    ],
  });
  const rule = await send(createRule, {
    title: 'Overdue',
    kind: 'loan',
    type: 'book-overdue',
    conditions: [
      { field: 'due_on', op: 'older_than', value: 0 },
      { field: 'back', op: 'eq', value: false },
    ],
    cron: '0 9 * * *',
    timeZone: 'America/Asuncion',
  });
  const loan = (key: string, contact: string | null, data: object) => ({ key, contact, data });
  const open = { book: 'Yo el Supremo', due_on: '2026-12-02', back: false };
  const { results } = await send(saveSubjects, {
    kind: 'loan',
    subjects: [
      loan('L-1', 'R-1', open),
      loan('L-2', 'R-2', { ...open, back: true }),
      loan('L-3', 'R-2', { ...open, due_on: '2026-12-20' }),
      loan('L-4', null, open),
      loan('L-5', 'R-9', open),
    ],
  });
  expect(results.map((each: { outcome?: string }) => each.outcome ?? 'refused')).toEqual([
    ...Array(4).fill('created'),
    'refused',
  ]);

  // Due on that day it is not overdue yet.
  await moveClock('2026-12-02T12:00:00Z');
  expect(await told()).toEqual([]);
  await moveClock('2026-12-05T12:00:00Z');
  expect(await told()).toEqual([['Ana', 'sms']]);
  const { body: runs } = await call(listRuns, { token, params: { id: rule.id } });
  expect(runs.data.map(({ matched, fired }: { matched: number; fired: number }) => [matched, fired])).toEqual(
    [
      [2, 0],
      [2, 0],
      [2, 2],
      [0, 0],
    ],
  );

  // Somebody at the counter does not wait for nine o'clock.
  const now = await send(notifyNow, { type: 'book-overdue' }, { id: results[2].id });
  const { body: notification } = await call(getNotification, { token, params: { id: now.id } });
  expect(notification).toMatchObject({
    person: 'Luis',
    channels: [{ channel: 'sms', address: '+595981123457', state: 'queued' }],
  });
});
