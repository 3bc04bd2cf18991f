import { expect, it } from 'vitest';
import { Breath } from './breath';
import { ownTurn } from './own-turn';

/** Counts the turns of the event loop while that goes on. */
async function whileCounting<T>(work: (turn: () => number) => Promise<T>): Promise<T> {
  let turns = 0;
  let done = false;
  const next = () => {
    turns++;
    if (!done) setImmediate(next);
  };
  setImmediate(next);
  return work(() => turns).finally(() => {
    done = true;
  });
}

it('lets those that wait go on one after the other, in order', async () => {
  const turns = await whileCounting((turn) =>
    Promise.all(Array.from({ length: 20 }, () => ownTurn().then(turn))),
  );
  expect(new Set(turns).size).toBe(20);
  expect(turns).toEqual(turns.toSorted((a, b) => a - b));
});

it('keeps long works that breathe apart, however many there are', async () => {
  const turns = await whileCounting(async (turn) => {
    const long = async () => {
      const breath = new Breath();
      const own: number[] = [];
      for (let piece = 0; piece < 3; piece++) {
        for (const since = performance.now(); performance.now() - since < 12; );
        await breath.take();
        own.push(turn());
      }
      return own;
    };
    return (await Promise.all(Array.from({ length: 5 }, long))).flat();
  });
  expect(new Set(turns).size).toBe(15);
});
