import { readFileSync } from 'node:fs';
import { marked, type Token, type Tokens } from 'marked';
import type { Locale } from '@/lib/i18n/locales';
import type { GuideName } from './guides';
import { plainText } from './plain-text';

export type Heading = { id: string; depth: number; text: string };
/** `lead`: its first paragraph, in plain words; `body`: all below the title. */
export type Guide = { title: string; lead: string; headings: Heading[]; body: Token[] };

const read = new Map<string, Guide>();

export function fileOf(name: GuideName, language: Locale): string {
  return language === 'en' ? `docs/${name}.md` : `docs/${language}/${name}.md`;
}

/**
 * One guide; read once, since it changes with the code alone. Its headings have the anchors of the English text in every language, so that
 * a link, and a page's question mark, leads to the same place in each.
 */
export function readGuide(name: GuideName, language: Locale): Guide {
  const key = `${language}/${name}`;
  const known = read.get(key);
  if (known) return known;
  const tokens = marked.lexer(readFileSync(fileOf(name, language), 'utf8'));
  const ids = slugsOf(language === 'en' ? tokens : marked.lexer(readFileSync(fileOf(name, 'en'), 'utf8')));
  const all = headingsOf(tokens).map(
    ({ depth, tokens: inner }, at): Heading => ({ id: ids[at]!, depth, text: plainText(inner) }),
  );
  const body = tokens.filter((token) => !isTitle(token) && !isOtherLanguage(token));
  const guide = {
    title: all[0]!.text,
    lead: plainText([body.find(({ type }) => type === 'paragraph')!]),
    headings: all.slice(1),
    body,
  };
  read.set(key, guide);
  return guide;
}

/** The anchors that GitHub gives to the headings of a text. */
export function slugsOf(tokens: Token[]): string[] {
  const seen = new Map<string, number>();
  return headingsOf(tokens).map(({ tokens: inner }) => {
    const slug = plainText(inner)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before ? `${slug}-${before}` : slug;
  });
}

export function headingsOf(tokens: Token[]): Tokens.Heading[] {
  return tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
}

function isTitle(token: Token): boolean {
  return token.type === 'heading' && token.depth === 1;
}

/** `[Español](es/tokens.md)`: the panel has a switch of its own. */
function isOtherLanguage(token: Token): boolean {
  return token.type === 'paragraph' && /^\[(Español|English)\]\([^)]*\)$/.test(token.raw.trim());
}
