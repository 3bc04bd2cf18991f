import { expect, test } from 'vitest';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { makeKind, makeRule } from '@/lib/testing/rules';
import { listComing } from './coming';

useDatabaseForEachTest();

// A Tuesday, 20:00 in Asunción.
const NOW = new Date('2026-12-01T23:00:00Z');

test('each day has what runs on it by the clock there, in order, and what runs often once', async () => {
  const { key: kind } = await makeKind();
  const mondays = await makeRule(kind, { title: 'mondays', cron: '0 9 * * 1' });
  await makeRule(kind, { title: 'often', cron: '*/15 * * * *' });
  await makeRule(kind, { title: 'off', active: false });
  await makeRule(kind, { title: 'late', cron: '30 23 * * *' });
  const { data } = await listComing(testContext, { days: 7 }, NOW);
  expect(data.map(({ day }) => day)).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-12-${day}`),
  );
  const told = (index: number) => data[index]!.runs.map(({ title, times }) => [title, times]);
  // From 20:15 to 23:45; what runs at 23:30 runs on this day there, though it is the next in Greenwich.
  expect(told(0)).toEqual([
    ['often', 15],
    ['late', 1],
  ]);
  expect(told(6)).toEqual([
    ['often', 96],
    ['mondays', 1],
    ['late', 1],
  ]);
  expect(data[6]!.runs[1]).toMatchObject({ ruleId: mondays.id, at: '2026-12-07T12:00:00.000Z' });
});

test('a company sees those of its own and of all, and nobody else’s', async () => {
  const [own, other] = [await makeCompany({}), await makeCompany({})];
  const { key: kind } = await makeKind();
  await makeRule(kind, { title: 'of all' });
  for (const { key } of [own, other]) {
    await makeKind({ key: `kind-${key}`, company: key });
    await makeRule(`kind-${key}`, { title: key, company: key });
  }
  const { data } = await listComing({ ...testContext, companyId: own.id }, { days: 1 }, NOW);
  expect(data.flatMap(({ runs }) => runs.map(({ title }) => title)).toSorted()).toEqual(
    ['of all', own.key].toSorted(),
  );
});
