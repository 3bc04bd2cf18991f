import { isBareHost, isShortener, readsAsOtherHost, saysUnsubscribe } from './links';
import type { HtmlFacts } from './read-html';

/** What the rules look at: the message as it was written, before links are rewritten or a text is made of the HTML. */
export type Written = {
  subject: string;
  text: string | null;
  html: HtmlFacts | null;
  htmlBytes: number;
  category: 'transactional' | 'marketing';
  /** A text is made of the HTML where there is none. */
  textFromHtml: boolean;
};

type Rule = {
  /** Of the score: what a filter or a reader would hold against it. */
  points: number;
  /** Where it is said. */
  source: string;
  /** What was found, for the sentence; null: nothing. */
  find: (written: Written) => Record<string, string | number> | null;
};

/** Gmail shows no more of a message than this. */
const GMAIL_CLIPS_AT_KB = 102;

const when = (is: boolean, found: Record<string, string | number> = {}) => (is ? found : null);
const many = (count: number, example = '') => when(count > 0, { count, example });

/** Everything that is looked for, the gravest first. SpamAssassin: its rule of that name; Gmail: its guidelines for senders. */
export const RULES = {
  unsubscribe_missing: {
    points: 40,
    source: 'Gmail: "a clearly visible unsubscribe link in the message body" for marketing; RFC 8058',
    find: ({ category, html, text }) =>
      when(
        category === 'marketing' &&
          !html?.links.some(({ href, text: words }) => saysUnsubscribe(`${href} ${words}`)) &&
          !saysUnsubscribe(text ?? ''),
      ),
  },
  script: {
    points: 40,
    source: 'Gmail, Outlook and Yahoo drop scripts; SpamAssassin: HTML_MESSAGE with T_JS',
    find: ({ html }) => many(html?.scripts ?? 0),
  },
  form: {
    points: 30,
    source: 'Outlook shows no forms, Gmail warns of them; SpamAssassin: HTML_FORMACTION_MAILTO',
    find: ({ html }) => many(html?.forms ?? 0),
  },
  link_differs: {
    points: 30,
    source: 'How phishing looks (APWG); Thunderbird and Outlook warn of it',
    find: ({ html }) => {
      const found = html?.links.filter(readsAsOtherHost) ?? [];
      return many(found.length, found[0] && `${found[0].text} → ${found[0].href}`);
    },
  },
  image_only: {
    points: 25,
    source: 'SpamAssassin: HTML_IMAGE_ONLY_04 to _32',
    find: ({ html }) =>
      when(html !== null && html.images > 0 && html.letters < 50, { letters: html?.letters ?? 0 }),
  },
  link_host: {
    points: 25,
    source: 'SpamAssassin: NUMERIC_HTTP_ADDR',
    find: ({ html }) => {
      const found = html?.links.filter(({ href }) => isBareHost(href)) ?? [];
      return many(found.length, found[0]?.href);
    },
  },
  subject_empty: {
    points: 20,
    source: 'SpamAssassin: MISSING_SUBJECT',
    find: ({ subject }) => when(subject.trim() === ''),
  },
  link_shortener: {
    points: 20,
    source: 'M3AAWG: senders use no public shorteners; SURBL and URIBL list them',
    find: ({ html }) => {
      const found = html?.links.filter(({ href }) => isShortener(href)) ?? [];
      return many(found.length, found[0]?.href);
    },
  },
  embedded: {
    points: 20,
    source: 'Mail programs drop frames, objects and videos (caniemail.com)',
    find: ({ html }) => many(html?.embedded ?? 0),
  },
  subject_capitals: {
    points: 15,
    source: 'SpamAssassin: SUBJ_ALL_CAPS',
    find: ({ subject }) => {
      const letters = subject.replace(/[^\p{L}]/gu, '');
      const capitals = subject.replace(/[^\p{Lu}]/gu, '');
      return when(letters.length >= 8 && capitals.length > letters.length * 0.8);
    },
  },
  clipped: {
    points: 15,
    source: 'Gmail: "[Message clipped]" from 102 KB of HTML on',
    find: ({ htmlBytes }) =>
      when(htmlBytes > GMAIL_CLIPS_AT_KB * 1024, { kb: Math.ceil(htmlBytes / 1024), max: GMAIL_CLIPS_AT_KB }),
  },
  subject_exclamations: {
    points: 10,
    source: 'SpamAssassin: PLING_PLING',
    find: ({ subject }) => when(/[!?]{3}|!!/.test(subject) || subject.split('!').length > 3),
  },
  text_missing: {
    points: 10,
    source: 'SpamAssassin: MIME_HTML_ONLY',
    find: ({ html, text, textFromHtml }) => when(html !== null && !text?.trim() && !textFromHtml),
  },
  html_broken: {
    points: 10,
    source: 'SpamAssassin: HTML_TAG_BALANCE_BODY; each program mends it its own way (WHATWG HTML 13.2.2)',
    find: ({ html }) => many(html?.unbalanced ?? 0, html?.unbalancedTags.map((tag) => `<${tag}>`).join(', ')),
  },
  alt_missing: {
    points: 5,
    source: 'WCAG 2.2, 1.1.1; pictures are often not loaded',
    find: ({ html }) => many(html?.imagesWithoutAlt ?? 0),
  },
  link_http: {
    points: 5,
    source: 'Browsers warn of pages without https',
    find: ({ html }) => {
      const found = html?.links.filter(({ href }) => /^http:/i.test(href)) ?? [];
      return many(found.length, found[0]?.href);
    },
  },
} as const satisfies Record<string, Rule>;

export type ContentCode = keyof typeof RULES;
export const CONTENT_CODES = Object.keys(RULES) as ContentCode[];
