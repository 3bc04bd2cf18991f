import { expect, test, vi } from 'vitest';
import { makeContact } from '@/lib/testing/contacts';
import { makeType } from '@/lib/testing/notification-types';
import { makeKind } from '@/lib/testing/rules';
import { know, moveClock, news, rule, useStory } from '@/lib/testing/stories';

useStory('2026-03-06T12:00:00Z');

/** Books that are due on each of these days, told of on the day itself. */
async function library(cron: string, timeZone: string, days: string[]) {
  const { key: type } = await makeType();
  const { key: contact } = await makeContact({ phone: '+595981123456' });
  const { key: kind } = await makeKind();
  for (const day of days) await know({ kind, key: day, contact, data: { book: day, due_on: day } });
  await rule({ kind, type, cron, timeZone, before: { field: 'due_on', days: [0] } });
}
const told = async () => (await news()).map((said) => said.match(/\d{4}-\d\d-\d\d/)?.[0]);

// New York in 2026: forward on 8 March at 2:00, back on 1 November at 2:00 (tzdata).
test('what is to run at 2:30 runs at 3:00 on the day that has none, and tells of that day', async () => {
  await library('30 2 * * *', 'America/New_York', ['2026-03-07', '2026-03-08', '2026-03-09']);
  await moveClock('2026-03-08T06:59:00Z');
  expect(await told()).toEqual(['2026-03-07']);
  await moveClock('2026-03-08T07:30:00Z');
  expect(await told()).toEqual(['2026-03-08']);
  await moveClock('2026-03-09T06:29:00Z');
  expect(await told()).toEqual([]);
  await moveClock('2026-03-09T06:30:00Z');
  expect(await told()).toEqual(['2026-03-09']);
});

test('what is to run at 1:30 runs once on the day that has two, and nobody hears of it twice', async () => {
  vi.setSystemTime('2026-10-31T12:00:00Z');
  await library('30 1 * * *', 'America/New_York', ['2026-11-01', '2026-11-02']);
  await moveClock('2026-11-01T05:30:00Z');
  expect(await told()).toEqual(['2026-11-01']);
  await moveClock('2026-11-02T06:29:00Z');
  expect(await told()).toEqual([]);
  await moveClock('2026-11-02T06:30:00Z');
  expect(await told()).toEqual(['2026-11-02']);
});
