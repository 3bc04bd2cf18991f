import { expect, it } from 'vitest';
import { Turns } from './turns';

it('gives a few at once, then one by the clock, and never saves up more', () => {
  let now = 0;
  const turns = new Turns(2, 6_000, () => now);
  expect([turns.take(), turns.take(), turns.take()]).toEqual([0, 0, 6_000]);
  now = 4_000;
  expect(turns.take()).toBe(2_000);
  now = 6_000;
  expect([turns.take(), turns.take()]).toEqual([0, 6_000]);
  now = 600_000;
  expect([turns.take(), turns.take(), turns.take()]).toEqual([0, 0, 6_000]);
});

it('is taken no more than twelve times in any minute of a flood', () => {
  let now = 0;
  const turns = new Turns(2, 6_000, () => now);
  const taken: number[] = [];
  for (; now < 180_000; now += 100) if (turns.take() === 0) taken.push(now);
  const most = Math.max(
    ...taken.map((from) => taken.filter((at) => at >= from && at < from + 60_000).length),
  );
  expect(most).toBe(11);
});
