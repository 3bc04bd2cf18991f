import { expect, it } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { sortInTurns } from './sort-in-turns';

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

it.each([0, 1, 1_999, 2_000, 2_001, 7_500])(
  'sorts %i as they would be at once, equals in their order',
  async (count) => {
    const items = Array.from({ length: count }, (_, n) => ({ key: String((n * 7_919) % 1_000), n }));
    expect(await sortInTurns(items, byKey)).toEqual(items.toSorted(byKey));
  },
);

it('lets others have their turn', async () => {
  const items = Array.from({ length: 300_000 }, (_, n) => ({ key: `person${(n * 7_919) % 300_007}` }));
  // Some 200 in one turn.
  expect(await longestHoldMs(() => sortInTurns(items, byKey))).toBeLessThan(80);
}, 60_000);
