import { describe, expect, test } from 'vitest';
import { renderHtml, renderText } from './engine';

const es = { language: 'es', timeZone: 'America/Asuncion', currency: 'PYG' };
const en = { ...es, language: 'en' };

describe('filters', () => {
  test.each([
    ['{{ 150000 | money: "PYG" }}', es, 'Gs. 150.000'],
    ['{{ 4500 | money }}', es, 'Gs. 4.500'],
    ['{{ 4500 | money }}', en, 'PYG 4,500'],
    ['{{ "1234.5" | money: "USD" }}', en, '$1,234.50'],
    ['{{ -1234.5 | money: "USD" }}', es, '-US$ 1.234,50'],
    // Beyond what a floating number holds.
    ['{{ "12345678901234567890.12" | money: "USD" }}', en, '$12,345,678,901,234,567,890.12'],
    ['{{ 1234.5 | number }}', es, '1.234,5'],
    ['{{ 2 | number: 2 }}', en, '2.00'],
    // A day is a day, west of Greenwich too (facts: content, 1).
    ['{{ "2026-11-27" | date: "%d/%m" }}', es, '27/11'],
    ['{{ "2026-11-27" | date }}', es, '27/11/2026'],
    ['{{ "2026-11-27" | date: "long" }}', es, '27 de noviembre de 2026'],
    ['{{ "2026-11-27" | date: "full" }}', en, 'Friday, November 27, 2026'],
    // Paraguay stays at UTC-3 since October 2024.
    ['{{ "2026-11-28T01:30:00Z" | date: "datetime" }}', es, '27/11/2026, 22:30'],
    ['{{ "2026-11-28T01:05:00Z" | date: "%H:%M" }}', es, '22:05'],
    ['{{ 1 | plural: "# día", "# días" }}', es, '1 día'],
    ['{{ 1200 | plural: "# día", "# días" }}', es, '1.200 días'],
    ['{{ "1234567890" | mask }}', es, '•••• 7890'],
    ['{{ "+595981123456" | phone }}', es, '+595 981 123 456'],
  ])('%s in %o', (source, locale, expected) => {
    expect(renderText(source, {}, locale)).toBe(expected);
  });

  test('have no space that makes an SMS dear', () => {
    const all = '{{ 1 | money }}{{ 1234567 | number }}{{ "2026-01-01T00:00:00Z" | date: "datetime" }}';
    for (const locale of [es, en, { ...es, language: 'fr' }])
      expect(renderText(all, {}, locale)).not.toMatch(/[\u00a0\u202f]/);
  });

  test.each([
    '{{ "x" | money }}',
    '{{ 1 | money: "guaraní" }}',
    '{{ "soon" | date }}',
    '{{ "2026-02-30" | date }}',
  ])('refuse %s', (source) => expect(() => renderText(source, {}, es)).toThrow(/is not/));
});

describe('escaping', () => {
  test('is of all that is printed, once', () => {
    const scope = { name: `<b>"O'Hara" & co</b>` };
    const escaped = '&lt;b&gt;&#34;O&#39;Hara&#34; &amp; co&lt;/b&gt;';
    expect(renderHtml('{{ name }}', scope, es)).toBe(escaped);
    expect(renderHtml('{{ name | escape }}', scope, es)).toBe(escaped);
    expect(renderText('{{ name }}', scope, es)).toBe(scope.name);
  });

  test('of lines keeps their ends', () =>
    expect(renderHtml('{{ note | nl2br }}', { note: '<i>\nb' }, es)).toBe('&lt;i&gt;<br>b'));

  test.each([
    '{{ name | raw }}',
    '{% raw %}{{ x }}{% endraw %}',
    '{% include "/etc/passwd" %}',
    '{{ x | base64_decode }}',
  ])('has no way around: %s', (source) =>
    expect(() => renderHtml(source, { name: '<b>', x: 'eA==' }, es)).toThrow(),
  );
});

describe('limits', () => {
  test.each([
    [
      'an endless loop',
      '{% for i in (1..9000) %}{% for j in (1..9000) %}{{ j }}{% endfor %}{% endfor %}',
      {},
    ],
    ['a long range', '{% for i in (1..100000000) %}x{% endfor %}', {}],
    ['10 MB of output', '{% for i in (1..100) %}{{ text }}{% endfor %}', { text: 'x'.repeat(100_000) }],
    [
      'a text that doubles',
      `{% assign x = "0123456789" %}${'{% capture x %}{{ x }}{{ x }}{% endcapture %}'.repeat(40)}{{ x }}`,
      {},
    ],
    [
      'a replacement that explodes',
      `{{ text | replace: "x", text | size }}`,
      { text: 'x'.repeat(1_900_000) },
    ],
  ])('end %s', (_what, source, scope) => {
    const began = performance.now();
    expect(() => renderHtml(source, scope, es)).toThrow();
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test.each([
    '{{ a.constructor }}',
    '{{ a.__proto__ }}',
    '{{ a.constructor.constructor }}',
    '{{ a["__proto__"]["polluted"] }}',
    '{{ constructor }}',
    '{{ a.toString }}',
  ])('give no way to prototypes: %s', (source) =>
    expect(() => renderHtml(source, { a: {} }, es)).toThrow(/undefined variable/),
  );
});
