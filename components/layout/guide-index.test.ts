import { describe, expect, it } from 'vitest';
import { listSections } from '@/lib/help/sections';
import { indexOf } from './guide-index';

const found = (language: 'en' | 'es', query: string) =>
  indexOf(listSections(language))
    .search(query, 5)
    .map(({ guide, anchor }) => `${guide}#${anchor ?? ''}`);

describe('the search through the guides', () => {
  it.each([
    ['en', 'quiet hours', 'sms-and-whatsapp#quiet-hours'],
    ['en', 'reports of others', 'domains#reports-of-others'],
    ['en', 'signature', 'webhooks#check-the-signature'],
    // Without its accents, half typed, and with a slip.
    ['es', 'numeros', 'sms-and-whatsapp#numbers'],
    ['es', 'supresio', 'bounces-and-suppressions#'],
    ['es', 'wahtsapp', 'sms-and-whatsapp#whatsapp-24-hours-and-templates'],
  ] as const)('%s: %s leads to %s', (language, query, place) => {
    expect(found(language, query)).toContain(place);
  });

  it('shows where the word stands', () => {
    const [first] = indexOf([
      { guide: 'api', title: 'The API', text: `${'before '.repeat(40)}needle after` },
    ]).search('needle', 5);
    expect(first!.excerpt).toMatch(/^… (before )+needle after$/);
  });

  it('finds nothing for what is nowhere', () => {
    expect(found('en', 'xylophone zeppelin')).toEqual([]);
  });
});
