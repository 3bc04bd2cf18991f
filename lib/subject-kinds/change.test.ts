import { expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { makeKind } from '@/lib/testing/rules';
import { getKind } from './change';

useTestDatabase();

test('a key means the kind of the company; to who sees all companies that of all', async () => {
  const [one, other] = [await makeCompany(), await makeCompany()];
  const key = 'card';
  const own = await makeKind({ key, company: one.key });
  const shared = await makeKind({ key });
  const get = (companyId: string | null) => getKind({ ...testContext, companyId }, { id: key });
  expect((await get(one.id)).id).toBe(own.id);
  expect((await get(other.id)).id).toBe(shared.id);
  expect((await get(null)).id).toBe(shared.id);
});
