import { expect, test } from 'vitest';
import { nextDelayMs } from './back-off';

test('a process that keeps ending is started ever more slowly, up to the limit', () => {
  expect([0, 1, 2, 3, 50].map((failures) => nextDelayMs(failures, 700))).toEqual([100, 200, 400, 700, 700]);
});
