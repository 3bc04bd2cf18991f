import { expect, it } from 'vitest';
import { changedLines } from './changed-lines';

it('tells what left and what came, each in its order', () => {
  expect(changedLines('a\nold\nb\nold too\n', 'a\nnew\nb\n')).toEqual(['- old', '- old too', '+ new']);
});

it('is empty for the same', () => {
  expect(changedLines('a\nb\n', 'a\nb\n')).toEqual([]);
});
