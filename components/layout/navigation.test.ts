import { describe, expect, it } from 'vitest';
import { activeHref } from './navigation';

describe('activeHref', () => {
  it('picks the most specific entry', () => {
    expect(activeHref('/messages/compose')).toBe('/messages/compose');
    expect(activeHref('/messages/0199')).toBe('/messages');
  });
  it('marks home only on home', () => {
    expect(activeHref('/')).toBe('/');
    expect(activeHref('/elsewhere')).toBeUndefined();
  });
});
