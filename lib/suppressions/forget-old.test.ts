import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { forgetOldSuppressions } from './forget-old';

useTestDatabase();

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

it('forgets what stopped nothing any more before so many days, and bounces of then', async () => {
  const rows = {
    'for good': {},
    'until tomorrow': { expires_at: ago(-1) },
    'lifted lately': { lifted_at: ago(29) },
    'expired lately': { expires_at: ago(29) },
    'lifted long ago': { lifted_at: ago(31) },
    'expired long ago': { expires_at: ago(31) },
  };
  for (const [address, ended] of Object.entries(rows))
    await sql()`insert into suppressions ${sql()({ id: newId(), address, cause: 'hard', first_at: ago(400), last_at: ago(400), ...ended })}`;
  for (const [address, last] of [
    ['lately', 29],
    ['long ago', 31],
  ] as const)
    await sql()`insert into bounces ${sql()({ id: newId(), address, class: 'hard', message_id: newId(), first_at: ago(400), last_at: ago(last), times: 1 })}`;
  await forgetOldSuppressions(30);
  const left = await sql()`select address from suppressions order by id`;
  expect(left.map(({ address }) => address)).toEqual(Object.keys(rows).slice(0, 4));
  expect(await sql()`select address from bounces`).toEqual([{ address: 'lately' }]);
});
