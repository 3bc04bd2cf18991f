import { expect, test } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeKind } from '@/lib/testing/rules';
import { upsertSubject } from './save';

useTestDatabase();

test('what several tell of one subject at the same moment is all kept, when it is new and when it is not', async () => {
  const { key: kind } = await makeKind();
  const all = [{ book: 'Yo el Supremo' }, { fine: 5 }, { limit: 7 }, { back: false }];
  const put = (data: object) => upsertSubject(testContext, { kind, key: 'L-1', data: { ...data } });
  await Promise.all(all.map(put));
  expect((await put({})).data).toEqual(Object.assign({}, ...all));
  await Promise.all([put({ book: null }), put({ fine: 6 }), put({ limit: null }), put({ back: true })]);
  expect((await put({})).data).toEqual({ fine: 6, back: true });
});
