import type { Locale } from './locales';

/** What a text must not say: a word or words, and the beginning of a word where a - ends it. */
export interface Forbidden {
  locale: Locale;
  words: string;
  /** The word that is said instead, as the table has it. */
  instead: string;
}

/** The table of words in CONTRIBUTING: English, never, Spanish, never. */
export function readGlossary(markdown: string): Forbidden[] {
  const rows = markdown.split('\n').flatMap((line) => {
    const cells = /^\|(.+)\|$/
      .exec(line)?.[1]
      ?.split('|')
      .map((cell) => cell.trim());
    return cells?.length === 4 ? [cells] : [];
  });
  return rows
    .slice(2)
    .flatMap(([english, notEnglish, spanish, notSpanish]) => [
      ...forbid('en', notEnglish!, english!),
      ...forbid('es', notSpanish!, spanish!),
    ]);
}

function forbid(locale: Locale, list: string, instead: string): Forbidden[] {
  const entries = list.split(',').map((words) => words.trim());
  return entries.filter(Boolean).map((words) => ({ locale, words, instead }));
}

/** Whether a text of the panel says it, its placeholders and what is quoted from others left out. */
export function says(text: string, words: string): boolean {
  return patternOf(words).test(text.replaceAll(UNSPOKEN, ' '));
}

/** «…» and “…”, addresses, and of `{count, plural, one {…}}` the names. */
const UNSPOKEN = /«[^»]*»|“[^”]*”|"[^"]*"|https?:\S+|\{\s*\w+\s*[,}]|\b\w+ (?=\{)/g;

function patternOf(words: string): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  const isStem = words.endsWith('-');
  const wanted = isStem ? words.slice(0, -1) : words;
  const pattern = new RegExp(
    `(?<![\\p{L}\\w.:@-])${wanted}${isStem ? '' : '(?![\\p{L}\\w:@-]|\\.\\w)'}`,
    'iu',
  );
  patterns.set(words, pattern);
  return pattern;
}

const patterns = new Map<string, RegExp>();
