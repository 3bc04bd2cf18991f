import { expect, it } from 'vitest';
import { ByteBudget } from './byte-budget';

/** Work of so many bytes each, begun together; what was under way at each moment. */
async function perform(budget: ByteBudget, sizes: number[]): Promise<number[][]> {
  const under: number[] = [];
  const moments: number[][] = [];
  const work = (bytes: number) => async () => {
    under.push(bytes);
    moments.push([...under]);
    await new Promise((resolve) => setImmediate(resolve));
    under.splice(under.indexOf(bytes), 1);
    if (bytes < 0) throw new Error('failed');
  };
  await Promise.allSettled(sizes.map((bytes) => budget.run(Math.abs(bytes), work(bytes))));
  return moments;
}

it('lets in what fits, and the rest in order', async () => {
  expect(await perform(new ByteBudget(10), [4, 6, 5, 1])).toEqual([[4], [4, 6], [5], [5, 1]]);
});

it('lets in one that is larger than all of it, alone', async () => {
  expect(await perform(new ByteBudget(10), [25, 1, 30])).toEqual([[25], [1], [30]]);
});

it('goes on after one has failed', async () => {
  expect(await perform(new ByteBudget(10), [-8, 9])).toEqual([[-8], [9]]);
});

it('lets small ones pass a large one that does not fit yet', async () => {
  expect(await perform(new ByteBudget(32), [20, 20, 2, 1])).toEqual([[20], [20, 2], [20, 2, 1], [2, 1, 20]]);
});
