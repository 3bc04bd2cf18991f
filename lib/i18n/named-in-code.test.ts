import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TAGS } from '@/lib/openapi/operation';
import { SCOPES } from '@/lib/tokens/schema';
import { LOCALES } from './locales';

const words = (locale: string, noun: string) =>
  JSON.parse(readFileSync(`lib/i18n/${locale}/${noun}.json`, 'utf8')) as Record<
    string,
    Record<string, string>
  >;

/** What is made of a name in code is no key that a search for used keys finds. */
describe.each(LOCALES)('%s has words for what code names', (locale) => {
  it.each(SCOPES)('the scope %s', (scope) => {
    expect(words(locale, 'tokens').scopes).toHaveProperty(scope.replace(':', '_'));
  });

  it.each(Object.keys(TAGS))('the chapter %s of the API', (tag) => {
    expect(words(locale, 'api').tags).toHaveProperty(tag);
  });

  it('each change that is written down', () => {
    const sources = globSync('lib/**/*.ts', { exclude: ['lib/testing/**', '**/*.test.ts'] });
    const named = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bmutation\(\s*\w+,\s*'([a-z_.]+)'/g)].map(
        ([, name]) => name!,
      ),
    );
    expect(named.length).toBeGreaterThan(25);
    const missing = [...new Set(named)].filter(
      (name) => !words(locale, 'audit').actions![name.replaceAll('.', '_')],
    );
    expect(missing).toEqual([]);
  });
});
