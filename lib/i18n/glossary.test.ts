import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGlossary, says } from './glossary';
import { LOCALES } from './locales';
import { type MessageTree, messagesOf } from './messages';

const glossary = readGlossary(readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8'));

/** Names that others gave: Amazon's «conjunto de configuración», the service called Resend, a service's status page, npm run worker. */
const OTHERS_WORDS = new Set([
  'configuración providers.fields.configurationSet.label',
  'configuration providers.fields.configurationSet.label',
  'resend providers.kinds.resend',
  'resend providers.presets.resend.hint',
  'resend providers.fields.of.resend.webhookToken.help',
  'status tests.causes.timeout_api',
  'worker home.stopped.no_worker.text',
]);

describe('the glossary', () => {
  it('is read from the table', () => {
    expect(glossary).toContainEqual({ locale: 'es', words: 'añad-', instead: 'agregar' });
    expect(glossary).toContainEqual({ locale: 'en', words: 'status', instead: 'state' });
    expect(glossary.length).toBeGreaterThan(60);
  });

  it.each([
    ['Añada una empresa', 'añad-', true],
    ['La configuración', 'configuración', true],
    ['Reconfiguración', 'configuración', false],
    ['Ver «Settings, configuración»', 'configuración', false],
    ['{captured, number} guardados', 'captur-', false],
    ['{status, plural, one {# fallo} other {# fallas}}', 'fallo', true],
    ['{kind, select, sandbox {de pruebas} other {otro}}', 'sandbox', false],
    ['mail.email.example', 'email', false],
    ['npm run test', 'test', true],
    ['https://example.com/status', 'status', false],
  ])('finds in "%s" the word %s: %s', (text, words, found) => {
    expect(says(text, words)).toBe(found);
  });
});

describe.each(LOCALES)('texts in %s', (locale) => {
  const texts = flatten(messagesOf(locale));

  it('say one word for each thing', () => {
    const words = glossary.filter((entry) => entry.locale === locale);
    const wrong = texts.flatMap(([key, text]) =>
      words
        .filter((entry) => says(text, entry.words) && !OTHERS_WORDS.has(`${entry.words} ${key}`))
        .map((entry) => `${key}: not "${entry.words}" but ${entry.instead}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have the quotation marks of their language', () => {
    const foreign = locale === 'es' ? /[“”]/ : /[«»]/;
    expect(texts.filter(([, text]) => foreign.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('have one dash', () => {
    expect(texts.filter(([, text]) => text.includes('—')).map(([key]) => key)).toEqual([]);
  });
});

function flatten(tree: MessageTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}
