import { describe, expect, it } from 'vitest';
import type { GuideName } from '@/lib/help/guides';
import { readGuide } from '@/lib/help/read';
import { LOCALES } from '@/lib/i18n/locales';
import { CHECKLISTS, CHECKS } from './lists';

describe('the checklists', () => {
  it('have everything that is checked, and nothing twice', () => {
    expect(new Set(Object.values(CHECKLISTS).flat())).toEqual(new Set(Object.keys(CHECKS)));
    for (const list of Object.values(CHECKLISTS)) expect(new Set(list).size).toBe(list.length);
  });

  it.each(Object.entries(CHECKS))('lead for %s to guides that there are', (_, { href, help }) => {
    const guides = [help, href.startsWith('/help/') ? href.slice('/help/'.length) : help];
    for (const [name, anchor] of guides.map((each) => each.split('#') as [GuideName, string]))
      for (const language of LOCALES)
        expect(readGuide(name, language).headings.map(({ id }) => id)).toContain(anchor);
  });
});
