import { describe, expect, it } from 'vitest';
import { countRows, fillRows } from '@/lib/testing/fill-rows';
import { makeOldDatabase } from '@/lib/testing/old-database';
import { migrate } from './migrate';

/** States that a Relevo was in before, by the first migration that each of them lacks: from the first rooms to now. */
const STATES = ['0008', '0020', '0034', '0048', '0060'];
/** What a migration empties on purpose. */
const EMPTIED: Record<string, string> = {};

describe.each(STATES)('a database of before %s, with rows in every table', (state) => {
  it('is brought up to date, and nothing of it is lost', async () => {
    const old = await makeOldDatabase(`relevo_kept_${state}`, state);
    try {
      const before = await fillRows(old.sql);
      expect(Object.keys(before).length).toBeGreaterThan(15);
      await migrate(old.url);
      const after = await countRows(old.sql, Object.keys(before));
      const lost = Object.entries(after).filter(
        ([name, count]) => count < before[name]! && !(name in EMPTIED),
      );
      expect(lost).toEqual([]);
    } finally {
      await old.drop();
    }
  }, 30_000);
});
