import { expect, it } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { Breath } from './breath';
import { ownTurn } from './own-turn';

const PIECE_MS = 12;

function work(ms: number): void {
  for (const since = performance.now(); performance.now() - since < ms; );
}

/** In which turns of the event loop each went on; turns are counted as they pass. */
async function turnsOf(count: number): Promise<number[]> {
  let turn = 0;
  let done = false;
  const next = () => {
    turn++;
    if (!done) setImmediate(next);
  };
  setImmediate(next);
  const turns = await Promise.all(Array.from({ length: count }, () => ownTurn().then(() => turn)));
  done = true;
  return turns;
}

it('lets those that wait go on one after the other, in order', async () => {
  const turns = await turnsOf(20);
  expect(new Set(turns).size).toBe(20);
  expect(turns).toEqual(turns.toSorted((a, b) => a - b));
});

it('keeps long works that breathe apart, however many there are', async () => {
  const long = async () => {
    const breath = new Breath();
    for (let piece = 0; piece < 4; piece++) {
      await breath.take();
      work(PIECE_MS);
    }
  };
  // The first pieces are begun together, by the test itself.
  const begun = Array.from({ length: 8 }, () => ownTurn().then(long));
  const held = await longestHoldMs(() => Promise.all(begun));
  expect(held).toBeLessThan(4 * PIECE_MS);
});
