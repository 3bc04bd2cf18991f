import { describe, expect, it } from 'vitest';
import { Batcher, type BatcherOptions } from './batcher';

function makeBatcher(options: Partial<BatcherOptions<number, string>> = {}) {
  const batches: number[][] = [];
  const batcher = new Batcher<number, string>({
    flush: async (items) => {
      batches.push(items);
      return items.map((item) => `done ${item}`);
    },
    waitMs: 1,
    maxItems: 100,
    concurrency: 1,
    ...options,
  });
  const addAll = (items: number[]) => Promise.all(items.map((item) => batcher.add(item)));
  return { batches, batcher, addAll };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('batcher', () => {
  it('does together what comes together, and gives each its own result', async () => {
    const { batches, addAll } = makeBatcher();
    expect(await addAll(upTo(10))).toEqual(upTo(10).map((item) => `done ${item}`));
    expect(batches).toEqual([upTo(10)]);
  });

  it('does not wait when there is enough', async () => {
    const { batches, addAll } = makeBatcher({ waitMs: 60_000, maxItems: 3 });
    await addAll(upTo(6));
    expect(batches).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('lets who comes after a quiet time go at once, and those that follow wait for each other', async () => {
    const { batches, batcher, addAll } = makeBatcher({ waitMs: 60_000, maxItems: 3 });
    expect(await batcher.add(0)).toBe('done 0');
    await addAll([1, 2, 3]);
    expect(batches).toEqual([[0], [1, 2, 3]]);
  });

  it('works on no more batches at once than told', async () => {
    let running = 0;
    let most = 0;
    const { addAll } = makeBatcher({
      maxItems: 1,
      concurrency: 2,
      flush: async (items) => {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        running--;
        return items.map(String);
      },
    });
    await addAll(upTo(20));
    expect(most).toBe(2);
  });

  it('cuts before it gets too heavy, but takes a heavy one alone', async () => {
    const { batches, addAll } = makeBatcher({ weigh: (item) => item, maxWeight: 10 });
    await addAll([4, 4, 4, 50, 1, 1]);
    expect(batches).toEqual([[4, 4], [4], [50], [1, 1]]);
  });

  it('begins heavy batches in a turn each, light ones at once', async () => {
    const begunOf = async (weight: number) => {
      let turn = 0;
      let done = false;
      const next = () => {
        turn++;
        if (!done) setImmediate(next);
      };
      setImmediate(next);
      const begun: number[] = [];
      const { addAll } = makeBatcher({
        maxItems: 4,
        concurrency: 3,
        weigh: () => weight,
        heavy: 100,
        flush: async (items) => {
          begun.push(turn);
          return items.map(String);
        },
      });
      await addAll(upTo(12));
      done = true;
      return begun;
    };
    expect(new Set(await begunOf(26)).size).toBe(3);
    expect(new Set(await begunOf(25)).size).toBe(1);
  });

  it('an item that the database cannot take fails alone', async () => {
    const { batcher } = makeBatcher({
      flush: async (items) => {
        if (items.includes(13)) throw Object.assign(new Error('invalid text'), { code: '22021' });
        return items.map(String);
      },
    });
    const results = await Promise.allSettled([12, 13, 14].map((item) => batcher.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('a failure of all is told to all, without trying each', async () => {
    let calls = 0;
    const { batcher } = makeBatcher({
      flush: async () => {
        calls++;
        throw Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' });
      },
    });
    const results = await Promise.allSettled(upTo(5).map((item) => batcher.add(item)));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    expect(calls).toBe(1);
  });

  it('goes on after a failure', async () => {
    let first = true;
    const { batcher } = makeBatcher({
      flush: async (items) => {
        if (first) {
          first = false;
          throw new Error('once');
        }
        return items.map(String);
      },
    });
    await expect(batcher.add(1)).rejects.toThrow('once');
    expect(await batcher.add(2)).toBe('2');
  });
});
