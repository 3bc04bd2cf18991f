import { expect, it } from 'vitest';
import { runsOf } from './runs';

it.each([
  ['nothing', [null, null], []],
  [
    'no gap',
    [3, 4],
    [
      [
        { at: 0, value: 3 },
        { at: 1, value: 4 },
      ],
    ],
  ],
  ['a gap', [3, null, 0], [[{ at: 0, value: 3 }], [{ at: 2, value: 0 }]]],
])('a line breaks where nothing is known: %s', (_title, values, runs) => {
  expect(runsOf(values)).toEqual(runs);
});
