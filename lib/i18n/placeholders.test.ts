import { describe, expect, it } from 'vitest';
import { placeholders } from './placeholders';

describe('placeholders', () => {
  it('finds arguments, plurals and tags', () => {
    const message = '{n, plural, one {# day for {who}} other {# days}} in <b>{zone}</b>';
    expect(placeholders(message)).toEqual(['<b>', 'n', 'who', 'zone']);
  });
  it('takes the text of a branch for text', () => {
    expect(placeholders('{count, plural, one {parked} other {parked}}')).toEqual(['count']);
  });
  it('refuses unbalanced braces', () => {
    expect(() => placeholders('{name')).toThrow();
    expect(() => placeholders('name}')).toThrow();
  });
});
