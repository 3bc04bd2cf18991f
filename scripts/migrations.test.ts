import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Snapshot = { id: string; prevId: string };
const read = (file: string): Snapshot => JSON.parse(readFileSync(file, 'utf8'));

/** Otherwise `drizzle-kit generate` compares with an older state of the data, or refuses. */
it('the snapshots of migrations are one chain that ends with the one of the last name', () => {
  const snapshots = globSync('drizzle/migrations/meta/*_snapshot.json').sort().map(read);
  const children = snapshots.map(({ id }) => snapshots.filter(({ prevId }) => prevId === id).length);
  expect(children).toEqual([...Array(snapshots.length - 1).fill(1), 0]);
});
