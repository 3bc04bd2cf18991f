import { expect, it } from 'vitest';
import { readCookie } from './cookie';

it.each([
  ['a=1; b=2', 'b', '2'],
  ['a=1;b=2==; c', 'b', '2=='],
  ['ab=1; b=2', 'b', '2'],
  ['a=1', 'b', null],
  ['b', 'b', ''],
  ['', 'b', null],
])('of %j, %s is %j', (cookie, name, value) => {
  expect(readCookie(new Headers({ cookie }), name)).toBe(value);
});
