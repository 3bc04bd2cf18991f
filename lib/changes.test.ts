import { describe, expect, it } from 'vitest';
import { changedFields } from './changes';

describe('changedFields', () => {
  it('names each field by its path, with what it was and is', () => {
    expect(changedFields({ a: 1, b: { c: 'x', d: true } }, { a: 1, b: { c: 'y', d: true } })).toEqual([
      { path: 'b.c', before: 'x', after: 'y' },
    ]);
  });

  it('takes a list as a whole, and what is on one side only', () => {
    expect(changedFields({ days: [1, 2], old: 1 }, { days: [1], tls: { verify: false } })).toEqual([
      { path: 'days', before: [1, 2], after: [1] },
      { path: 'old', before: 1, after: undefined },
      { path: 'tls.verify', before: undefined, after: false },
    ]);
  });

  it('sees no change between nothing, null and an empty text, nor in another order', () => {
    expect(changedFields({ a: '', b: null, c: 1, d: 2 }, { d: 2, c: 1, b: undefined })).toEqual([]);
  });

  it('tells zero and false from nothing', () => {
    expect(changedFields({ a: 0, b: false }, {})).toHaveLength(2);
  });
});
