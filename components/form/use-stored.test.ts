import { describe, expect, it } from 'vitest';
import { clashesOf } from './use-stored';

describe('clashesOf', () => {
  const before = { name: 'Own', limits: { hour: 10, day: 100 }, from: '' };

  it('finds the field that both changed', () => {
    const theirs = { ...before, limits: { hour: 20, day: 100 } };
    const mine = { ...before, limits: { hour: 30, day: 100 } };
    expect(clashesOf(before, theirs, mine)).toEqual([
      { path: 'limits.hour', before: 10, theirs: 20, yours: 30 },
    ]);
  });

  it('is quiet where each changed something else, or both the same', () => {
    expect(clashesOf(before, { ...before, name: 'A' }, { ...before, from: 'b@c.example' })).toEqual([]);
    expect(clashesOf(before, { ...before, name: 'A' }, { ...before, name: 'A' })).toEqual([]);
  });
});
