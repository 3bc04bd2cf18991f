import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/roles';
import { activeHref, NAVIGATION, shownSections } from './navigation';

describe('shownSections', () => {
  it('leaves out a section without pages in this mode', () => {
    const queue = { ...NAVIGATION[0]!.items[0]!, key: 'queue', technical: true };
    const all = [
      { key: 'none', items: [] },
      { key: 'system', items: [queue] },
    ];
    expect(shownSections(false, 'administrator', all)).toEqual([]);
    expect(shownSections(true, 'administrator', all)).toEqual([{ key: 'system', items: [queue] }]);
  });

  it('leaves out what the role may not see', () => {
    const keys = (role: Role) =>
      shownSections(true, role).flatMap(({ items }) => items.map(({ key }) => key));
    expect(keys('viewer')).not.toContain('audit');
    expect(keys('viewer')).toContain('people');
    expect(keys('technician')).toContain('audit');
  });
});

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
