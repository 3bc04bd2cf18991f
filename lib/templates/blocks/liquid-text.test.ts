import { describe, expect, it } from 'vitest';
import { escapeAttribute, escapeText, isClosedLiquid, withoutLiquid } from './liquid-text';

describe('escaping around Liquid', () => {
  it('escapes words and leaves Liquid as it is', () =>
    expect(escapeText('<b> & "{{ a | default: "x" }}" {% if a < b %}')).toBe(
      '&lt;b&gt; &amp; &quot;{{ a | default: "x" }}&quot; {% if a < b %}',
    ));
  it('ends no attribute by the quotes within Liquid', () =>
    expect(escapeAttribute('{{ a | default: "x" }}"><script>')).toBe(
      "{{ a | default: 'x' }}&quot;&gt;&lt;script&gt;",
    ));
  it('says what stands there to somebody who knows no Liquid', () =>
    expect(withoutLiquid('Saldo {{ card.balance | money }}', (name) => `[${name}]`)).toBe(
      'Saldo [card.balance]',
    ));
});

describe('isClosedLiquid', () => {
  it.each([
    'plain',
    '{{ a }}',
    '{% if a %}x{% endif %}',
    '{% for a in b %}{% if a %}{% endif %}{% endfor %}',
  ])('takes %s', (text) => expect(isClosedLiquid(text)).toBe(true));
  it.each([
    '{% if a %}x',
    'x{% endif %}',
    '{% for a in b %}{% endif %}',
    '{{ a',
    '{% if a',
    `{{ a | default: "it's" }}`,
  ])('refuses %s', (text) => expect(isClosedLiquid(text)).toBe(false));
});
