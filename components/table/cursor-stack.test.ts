import { describe, expect, it } from 'vitest';
import { currentCursor, newerPage, olderPage } from './cursor-stack';

describe('cursor stack', () => {
  it('starts at the newest page', () => {
    expect(currentCursor([])).toBeUndefined();
  });

  it('goes older and comes back the same way', () => {
    const second = olderPage([], 'a');
    const third = olderPage(second, 'b');
    expect(currentCursor(third)).toBe('b');
    expect(newerPage(third)).toEqual(['a']);
    expect(newerPage(newerPage(third))).toEqual([]);
  });

  it('stays at the newest page when asked for a newer one', () => {
    expect(newerPage([])).toEqual([]);
  });

  it('keeps the URL short', () => {
    const deep = Array.from({ length: 60 }, (_, n) => `c${n}`).reduce<string[]>(olderPage, []);
    expect(deep).toHaveLength(40);
    expect(currentCursor(deep)).toBe('c59');
  });
});
