import { expect, it } from 'vitest';
import { byPriority, placed } from './place-in-order';

it('moves one to a place, and the others make room', () => {
  expect(placed(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(placed(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(placed(['a', 'b'], 'new', 2)).toEqual(['a', 'b', 'new']);
});

it('orders as configured, equal ones by name', () => {
  const list = [
    { name: 'b', priority: 10 },
    { name: 'a', priority: 10 },
    { name: 'z', priority: 90 },
  ];
  expect(byPriority(list).map(({ name }) => name)).toEqual(['z', 'a', 'b']);
});
