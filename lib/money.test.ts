import { expect, it } from 'vitest';
import { fromMicros, toMicros } from './money';

it.each([
  [0, '0'],
  [800, '0.0008'],
  [1_500_000, '1.5'],
  [2_000_000, '2'],
  [-800, '-0.0008'],
  [-1_500_000, '-1.5'],
  [-2_000_000, '-2'],
])('%i millionths are %s', (micros, decimal) => {
  expect(fromMicros(micros)).toBe(decimal);
});

it.each(['0', '0.000001', '12.5', '999999.999999'])('%s survives the way there and back', (decimal) => {
  expect(fromMicros(toMicros(decimal))).toBe(decimal);
});
