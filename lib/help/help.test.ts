import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { PAGES } from '@/lib/testing/access-pages';
import { GUIDE_GROUPS, isGuideName } from './guides';
import { resolveLink } from './links';
import { HELP_OF_PAGES, helpOf } from './pages';
import { fileOf, headingsOf, readGuide, slugsOf } from './read';
import { listSections } from './sections';

const GUIDES = GUIDE_GROUPS.flatMap(({ guides }) => [...guides]);
const FILES = GUIDES.flatMap((name) =>
  LOCALES.map((language) => ({ name, language, file: fileOf(name, language) })),
);

const tokensOf = (file: string) => marked.lexer(readFileSync(file, 'utf8'));

/** All links and pictures of a file, wherever they stand in it. */
function hrefsOf(file: string): string[] {
  const hrefs: string[] = [];
  marked.walkTokens(tokensOf(file), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') hrefs.push(token.href);
  });
  return hrefs;
}

describe('the guides in the panel', () => {
  it.each(LOCALES)('are all of docs/, each once (%s)', (language) => {
    const there = globSync(language === 'en' ? 'docs/*.md' : `docs/${language}/*.md`);
    expect(GUIDES.map((name) => fileOf(name, language)).toSorted()).toEqual(there.toSorted());
  });

  it.each(GUIDES)('%s has the same headings in each language', (name) => {
    const [english, spanish] = LOCALES.map((language) => readGuide(name, language));
    expect(spanish!.headings.map(({ id, depth }) => [id, depth])).toEqual(
      english!.headings.map(({ id, depth }) => [id, depth]),
    );
    expect(headingsOf(tokensOf(fileOf(name, 'es')))).toHaveLength(
      headingsOf(tokensOf(fileOf(name, 'en'))).length,
    );
    expect(spanish!.title).not.toBe('');
    expect(spanish!.lead.length).toBeGreaterThan(20);
  });

  it.each(FILES)('$file has no dead link', ({ file, language }) => {
    const dead = hrefsOf(file).filter((href) => {
      if (/^(https?|mailto):/.test(href)) return false;
      const [path = '', anchor] = href.split('#');
      const target = path ? join(dirname(file), path) : file;
      if (!existsSync(target)) return true;
      if (!anchor) return false;
      const inPanel = resolveLink(href, file, language)?.split('#')[1];
      const name = /([\w-]+)\.md$/.exec(target)?.[1] ?? '';
      const ids = isGuideName(name) ? readGuide(name, language).headings.map(({ id }) => id) : [anchor];
      return (
        !slugsOf(tokensOf(target)).includes(decodeURIComponent(anchor)) || !ids.includes(inPanel ?? anchor)
      );
    });
    expect(dead).toEqual([]);
  });

  it.each(FILES)('$file leads in its own language to other guides', ({ file, language, name }) => {
    const other = language === 'en' ? `es/${name}.md` : `../${name}.md`;
    const strays = hrefsOf(file).filter((href) => !/^(https?|mailto):/.test(href) && href !== other);
    const isForeign = (href: string) =>
      language === 'en' ? href.startsWith('es/') : /^\.\.\/[\w-]+\.md/.test(href);
    expect(strays.filter(isForeign)).toEqual([]);
  });
});

describe('links within a guide', () => {
  it('lead to the same heading in each language', () => {
    const english = resolveLink('api.md#when-something-is-wrong', 'docs/tokens.md', 'en');
    const heading = readGuide('api', 'es').headings.find(({ id }) => id === 'when-something-is-wrong')!;
    const slug = heading.text.toLowerCase().replaceAll(' ', '-');
    expect(english).toBe('/help/api#when-something-is-wrong');
    expect(resolveLink(`api.md#${slug}`, 'docs/es/tokens.md', 'es')).toBe(english);
  });

  it('lead nowhere where the panel has nothing to show', () => {
    expect(resolveLink('grafana/relevo.json', 'docs/analytics.md', 'en')).toBeUndefined();
    expect(resolveLink('../README.md', 'docs/api.md', 'en')).toBeUndefined();
    expect(resolveLink('https://example.com/', 'docs/api.md', 'en')).toBe('https://example.com/');
  });
});

describe('the question mark', () => {
  const pages = Object.entries(PAGES)
    .filter(([page, role]) => role !== 'public' && page !== '/[...unknown]' && !page.startsWith('/help'))
    .map(([page]) => page);

  it('has its place for every page of the panel, and for no other', () => {
    expect(Object.keys(HELP_OF_PAGES).toSorted()).toEqual(pages.toSorted());
  });

  it.each(Object.entries(HELP_OF_PAGES))('of %s leads to %s', (page, place) => {
    const [name = '', anchor] = place.split('#');
    expect(isGuideName(name)).toBe(true);
    if (!isGuideName(name) || !anchor) return;
    for (const language of LOCALES)
      expect(readGuide(name, language).headings.map(({ id }) => id)).toContain(anchor);
    expect(helpOf(page.replaceAll(/\[\w+\]/g, 'x'))).toEqual({ guide: name, anchor });
  });

  it('knows no page that is none', () => {
    expect(helpOf('/providers/new')).toEqual({ guide: expect.any(String), anchor: expect.any(String) });
    expect(helpOf('/nowhere/at/all')).toBeUndefined();
    expect(helpOf('/help/api')).toBeUndefined();
    for (const name of ['constructor', '__proto__']) expect(helpOf(name)).toBeUndefined();
  });
});

describe('what the search looks through', () => {
  it.each(LOCALES)('is every word of every guide (%s)', (language) => {
    const sections = listSections(language);
    expect(new Set(sections.map(({ guide }) => guide)).size).toBe(GUIDES.length);
    const api = sections.filter(({ guide }) => guide === 'api').map(({ text }) => text);
    expect(api.join(' ')).toContain('Prefer: wait=10');
    expect(sections.filter(({ anchor }) => anchor).every(({ heading }) => heading)).toBe(true);
  });
});
