import { expect, it } from 'vitest';
import { inTurns } from './in-turns';

const WORKS = 200;
const WORK_MS = 1;

function work(): void {
  const until = performance.now() + WORK_MS;
  while (performance.now() < until);
}

/** How many works were done in each turn of the event loop, from one moment on at which all of them may go on. */
async function worksInTurns(wait: () => Promise<void>): Promise<{ turns: number[]; order: number[] }> {
  const shared = Promise.withResolvers<void>();
  const order: number[] = [];
  const works = Array.from({ length: WORKS }, async (_, index) => {
    await shared.promise;
    await wait();
    work();
    order.push(index);
  });
  const turns: number[] = [];
  let seen = 0;
  const count = () => {
    turns.push(order.length - seen);
    seen = order.length;
    if (seen < WORKS) setImmediate(count);
  };
  setImmediate(count);
  shared.resolve();
  await Promise.all(works);
  await new Promise((resolve) => setImmediate(resolve));
  return { turns, order };
}

it('works that are ready together hold a turn up for a moment, and go on in order', async () => {
  const { turns, order } = await worksInTurns(inTurns);
  // Ten milliseconds are ten works, or fewer, and those that were let on before they counted.
  expect(Math.max(...turns)).toBeLessThanOrEqual(15);
  expect(order).toEqual(Array.from({ length: WORKS }, (_, index) => index));
});

it('else all of them would be done in one', async () => {
  const { turns } = await worksInTurns(async () => undefined);
  expect(Math.max(...turns)).toBe(WORKS);
});

it('what waits in a quiet moment goes on in the same turn', async () => {
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  await inTurns();
  expect(turned).toBe(false);
});
