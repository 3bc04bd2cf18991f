import { expect, it } from 'vitest';
import { createScratch, dropScratch, onServer, takePlaceOf } from './scratch';

async function names(like: string): Promise<string[]> {
  return onServer(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where datname like $1 order by 1',
      [like],
    );
    return rows.map(({ name }) => name);
  });
}

it('two databases change their names together, or none does', async () => {
  const [name, scratch] = [await createScratch(), await createScratch()];
  const before = `${name}_before`;
  const there = () => names(`${name}%`);
  await expect(takePlaceOf({ name, scratch: 'relevo_scratch_none', before })).rejects.toThrow(
    /relevo_scratch_none/,
  );
  expect(await there()).toEqual([name]);
  await takePlaceOf({ name, scratch, before });
  expect(await there()).toEqual([name, before]);
  expect(await names(scratch)).toEqual([]);
  for (const each of [name, before]) await dropScratch(each);
});

it('one that was left behind by somebody who was killed goes with the next, and no other', async () => {
  const day = 86_400_000;
  const [old, young] = [await createScratch(Date.now() - 2 * day), await createScratch(Date.now() - day / 2)];
  const next = await createScratch();
  expect(await names('relevo_scratch_%')).toEqual(expect.arrayContaining([young, next]));
  expect(await names(old)).toEqual([]);
  const used = await createScratch(Date.now() - 2 * day);
  await onServer(async () => dropScratch(await createScratch()), used);
  expect(await names(used)).toEqual([used]);
  for (const each of [young, next, used]) await dropScratch(each);
});
