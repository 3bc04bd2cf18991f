import { Liquid } from 'liquidjs';
import { date } from './filters/date';
import { money, number, plural } from './filters/number';
import { mask, nl2br, phone } from './filters/text';
import { checkLength, MAX_SOURCE } from './limits';
import { SafeStyle, SafeUrl } from './safe-parts';
import { escapeHtml, TrustedHtml } from './trusted-html';

/** They read files, or print what looks like a template again. */
const NO_TAGS = ['include', 'layout', 'block', 'render', 'raw', 'tablerow'];

/** They print unescaped, run expressions of their own, differ from one time to the next, or know English alone. */
const NO_FILTERS = [
  ...[
    'raw',
    'base64_encode',
    'base64_decode',
    'sha256',
    'hmac_sha256',
    'sample',
    'inspect',
    'jsonify',
    'json',
  ],
  ...['where_exp', 'reject_exp', 'group_by', 'group_by_exp', 'has_exp', 'find_exp', 'find_index_exp'],
  ...['date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'],
  ...['array_to_sentence_string', 'push', 'pop', 'shift', 'unshift'],
];

/** `html`: what is printed is escaped. `text`: subject, preheader and plain text, where `&#39;` would stand for an apostrophe. */
export function buildEngine(kind: 'html' | 'text', options: { catchAllErrors?: boolean } = {}): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    outputEscape: kind === 'html' ? printHtml : printText,
    // A map of templates, even an empty one, takes the file system's place.
    templates: {},
    cache: false,
    dynamicPartials: false,
    parseLimit: MAX_SOURCE * 2,
    memoryLimit: 1e6,
    ...options,
  });
  for (const name of NO_TAGS) delete liquid.tags[name];
  for (const name of NO_FILTERS) liquid.unregisterFilter(name);
  const identity = (value: unknown) => value;
  // What is printed is escaped anyway, and would be so twice.
  for (const name of ['escape', 'escape_once', 'xml_escape']) liquid.registerFilter(name, identity);
  const lines = kind === 'html' ? nl2br : identity;
  liquid.registerFilter('nl2br', lines);
  liquid.registerFilter('newline_to_br', lines);
  for (const [name, filter] of Object.entries({ date, money, number, plural, mask, phone }))
    liquid.registerFilter(name, filter);
  liquid.registerTag('safe_url', SafeUrl);
  liquid.registerTag('safe_style', SafeStyle);
  return liquid;
}

function printHtml(value: unknown): string {
  return value instanceof TrustedHtml ? value.html : escapeHtml(print(value));
}

function printText(value: unknown): string {
  return value instanceof TrustedHtml ? checkLength(value.html).replace(/<[^>]*>/g, '') : print(value);
}

function print(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return checkLength(value.map(print).join(''));
  // An object has nothing to show; what it would say by itself is of no use to a reader.
  return typeof value === 'object' ? '' : checkLength(String(value));
}
