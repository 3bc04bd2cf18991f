import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { listRules } from '@/lib/rules/change';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { installExample } from './install';
import { EXAMPLE_KEYS } from './keys';

useDatabaseForEachTest();

const stored = async () => {
  const [row] =
    await sql()`select (select count(*)::int from rules) as rules, (select count(*)::int from subject_kinds) as kinds,
    (select count(*)::int from notification_types) as types, (select count(*)::int from templates) as templates`;
  return row;
};

it.each(EXAMPLE_KEYS)('%s is there after one click, and a second one changes nothing', async (set) => {
  const first = await installExample(testContext, { set });
  expect(first.added.length).toBeGreaterThan(0);
  expect(first.known).toEqual([]);
  const before = await stored();
  // In another language it is the same.
  const again = await installExample({ ...testContext, locale: 'es' }, { set });
  expect(again.added).toEqual([]);
  expect(again.known).toHaveLength(first.added.length);
  expect(await stored()).toEqual(before);
});

it('is finished by a second one after a stop in the middle, and what somebody changed stays', async () => {
  await installExample(testContext, { set: 'canteen' });
  await sql()`delete from rules where type = 'low-balance'`;
  await sql()`update subject_kinds set title = 'Mine' where key = 'card'`;
  expect((await installExample(testContext, { set: 'canteen' })).added).toEqual(['Balance under 5,000']);
  expect(await sql()`select from subject_kinds where title = 'Mine'`).toHaveLength(1);
});

it('of one company is nobody else’s', async () => {
  const company = await makeCompany({});
  await installExample(testContext, { set: 'library', company: company.key });
  const { data } = await listRules({ ...testContext, companyId: (await makeCompany({})).id }, {});
  expect(data).toEqual([]);
  expect((await installExample(testContext, { set: 'library' })).added).not.toEqual([]);
});

it('all of them go together', async () => {
  for (const set of EXAMPLE_KEYS) expect((await installExample(testContext, { set })).known).toEqual([]);
});
