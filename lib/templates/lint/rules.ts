import { isBareHost, isShortener, readsAsOtherHost, saysUnsubscribe } from '@/lib/content-check/links';
import type { MailFacts } from './read-mail';

/** `error` keeps a template from being published, `warning` is said, `note` is worth knowing. */
export type Level = 'error' | 'warning' | 'note';

/** A template as one reader would get it: rendered with its examples. */
export type LintedMail = {
  html: string;
  text: string;
  subject: string;
  preheader: string;
  /** Marketing must offer to unsubscribe; what is not must not. */
  isMarketing: boolean;
};

export type Values = Record<string, string | number>;
type Rule = { level: Level; find: (mail: LintedMail, facts: MailFacts) => Values | null };

const when = (is: boolean, values: Values = {}): Values | null => (is ? values : null);
const first = (found: { toString(): string }[]): Values | null =>
  when(found.length > 0, { count: found.length, example: String(found[0] ?? '').slice(0, 120) });
const kilobytes = ({ html }: LintedMail) => Math.ceil(new TextEncoder().encode(html).length / 1024);
const hrefs = ({ links }: MailFacts, matches: (href: string) => boolean) =>
  first(links.map(({ href }) => href).filter(matches));

/** What mail programs and readers hold against a mail (facts: content, 2.7), the gravest first. */
export const LINT_RULES = {
  active: { level: 'error', find: (_, { active }) => first(active) },
  unsafe_link: {
    level: 'error',
    find: (_, facts) => hrefs(facts, (href) => /^\s*(javascript|vbscript|data|file):/i.test(href)),
  },
  link_host: {
    level: 'error',
    find: (_, facts) =>
      hrefs(facts, (href) => isBareHost(href) || /^https?:\/\/([^/]*@|localhost|\[)/i.test(href)),
  },
  link_differs: {
    level: 'error',
    find: (_, { links }) =>
      first(
        links
          .filter((link) => readsAsOtherHost({ href: link.href, text: link.words }))
          .map(({ words }) => words),
      ),
  },
  clipped: { level: 'error', find: (mail) => when(kilobytes(mail) > 100, { kb: kilobytes(mail) }) },
  unsubscribe_missing: {
    level: 'error',
    find: ({ isMarketing }, { links }) => when(isMarketing && !links.some(isUnsubscribe)),
  },
  alt_missing: {
    level: 'error',
    find: (_, { images }) =>
      first(
        images
          .filter(({ alt, role }) => alt === null || (alt === '' && role !== 'presentation'))
          .map(({ src }) => src),
      ),
  },
  text_missing: {
    level: 'error',
    find: ({ text }, { words }) => when(text.trim().length < words.trim().length / 10),
  },
  subject_long: {
    level: 'error',
    find: ({ subject }) => when(subject.length > 150, { count: subject.length }),
  },
  subject_empty: { level: 'error', find: ({ subject }) => when(subject.trim() === '') },
  long_line: { level: 'error', find: ({ text }) => when(text.split('\n').some((line) => line.length > 998)) },
  unsubscribe_needless: {
    level: 'warning',
    find: ({ isMarketing }, { links }) => when(!isMarketing && links.some(isUnsubscribe)),
  },
  large: {
    level: 'warning',
    find: (mail) => when(kilobytes(mail) > 80 && kilobytes(mail) <= 100, { kb: kilobytes(mail) }),
  },
  link_http: { level: 'warning', find: (_, facts) => hrefs(facts, (href) => /^http:/i.test(href)) },
  link_shortener: { level: 'warning', find: (_, facts) => hrefs(facts, isShortener) },
  link_words: {
    level: 'warning',
    find: (_, { links }) =>
      first(
        links
          .filter(({ words }) => /^(|here|click here|aquí|haga clic aquí|clic aquí|link)$/i.test(words))
          .map(({ href }) => href),
      ),
  },
  alt_words: {
    level: 'warning',
    find: (_, { images }) =>
      first(
        images.flatMap(({ alt }) =>
          alt && (alt.length > 125 || /\.(png|jpe?g|gif)$/i.test(alt)) ? [alt] : [],
        ),
      ),
  },
  image_size: {
    level: 'warning',
    find: (_, { images }) => first(images.filter(({ hasSize }) => !hasSize).map(({ src }) => src)),
  },
  image_kind: {
    level: 'warning',
    find: (_, { images }) =>
      first(images.map(({ src }) => src).filter((src) => /^data:|\.(svg|webp|avif)(\?|$)/i.test(src))),
  },
  mostly_image: {
    level: 'warning',
    find: (_, { images, words }) =>
      when(images.length > 0 && words.trim().length < 200, { count: words.trim().length }),
  },
  preheader_length: {
    level: 'warning',
    find: ({ preheader }) =>
      when(preheader.length < 30 || preheader.length > 110, { count: preheader.length }),
  },
  preheader_same: {
    level: 'warning',
    find: ({ preheader, subject }) => when(preheader !== '' && preheader === subject),
  },
  subject_wide: {
    level: 'warning',
    find: ({ subject }) => when(subject.length > 60 && subject.length <= 150, { count: subject.length }),
  },
  subject_shouts: {
    level: 'warning',
    find: ({ subject }) => {
      const letters = subject.replace(/[^\p{L}]/gu, '');
      const isLoud = letters.length >= 8 && letters === letters.toUpperCase();
      return when(isLoud || /[!¡?¿]{3}|!!/.test(subject));
    },
  },
  subject_faked: { level: 'warning', find: ({ subject }) => when(/^\s*(re|fwd?|rv):/i.test(subject)) },
  small_print: { level: 'warning', find: (_, { smallestPx }) => when(smallestPx < 14, { px: smallestPx }) },
  heading_skipped: {
    level: 'warning',
    find: (_, { headings }) => when(headings.some((level, index) => level > (headings[index - 1] ?? 0) + 1)),
  },
  table_head: {
    level: 'warning',
    find: (_, { tablesWithoutHead }) => when(tablesWithoutHead > 0, { count: tablesWithoutHead }),
  },
  language: { level: 'warning', find: (_, { lang }) => when(!lang || lang === 'und') },
  fetched_style: {
    level: 'warning',
    find: (_, { styles }) => when(/@import|@font-face|url\(/i.test(styles)),
  },
  large_style: {
    level: 'warning',
    find: (_, { styleBytes }) => when(styleBytes > 16 * 1024, { kb: Math.ceil(styleBytes / 1024) }),
  },
  outlook_style: {
    level: 'warning',
    find: (_, { inlineStyles }) =>
      first(
        inlineStyles.flatMap(
          (style) =>
            /(^|;)\s*(position|float|background-image|display:\s*(flex|grid))[^;]*/i.exec(style)?.[0] ?? [],
        ),
      ),
  },
  no_dark: { level: 'note', find: (_, { styles }) => when(!/prefers-color-scheme/.test(styles)) },
} as const satisfies Record<string, Rule>;

export type LintCode = keyof typeof LINT_RULES;
export const LINT_CODES = Object.keys(LINT_RULES) as LintCode[];
/** Those that keep a template from being published. */
export type GraveCode = {
  [code in LintCode]: (typeof LINT_RULES)[code]['level'] extends 'error' ? code : never;
}[LintCode];

function isUnsubscribe({ href, words }: { href: string; words: string }): boolean {
  return saysUnsubscribe(`${href} ${words}`);
}
