import { expect, it } from 'vitest';
import { LargeJson } from './parse-json';

/** Counts the turns of the event loop, in each of which others are served. */
function countTurns() {
  let turns = 0;
  let done = false;
  const count = () => {
    turns++;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  return {
    now: () => turns,
    stop: () => {
      done = true;
    },
  };
}

function read(text: string): Promise<unknown> {
  const json = new LargeJson();
  json.push(new TextEncoder().encode(text));
  return json.parse();
}

it('hands on large bodies that came together in a turn of the event loop each', async () => {
  const turns = countTurns();
  const bodies = Array.from({ length: 12 }, (_, n) => JSON.stringify({ n, text: 'x'.repeat(100_000) }));
  const handedOn: number[] = [];
  const parsed = await Promise.all(
    bodies.map(async (body, index) => {
      const value = await read(index === 5 ? `${body}}` : body).catch((error) => error.code);
      handedOn.push(turns.now());
      return value;
    }),
  );
  turns.stop();
  expect(new Set(handedOn).size).toBe(bodies.length);
  expect(parsed).toEqual(bodies.map((body, index) => (index === 5 ? 'malformed_json' : JSON.parse(body))));
});
