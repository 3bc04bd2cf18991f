import { expect, it } from 'vitest';
import { COMMENTS, LIQUID, replaceSpans, spansOf } from './spans';

const EXPRESSION = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

it.each([
  '',
  'a',
  '{{ a }}',
  'x {{ a }} y {% if b %}\n{{ c }}{% endif %} z',
  '{{ a {% b %} c',
  '{% a {{ b }} c',
  '{{{%a%}}}',
  '{{{{{{',
  '{%{%{{}}%}',
  '}} {{ %} {% }} x %}',
  '{{}}{%%}{{',
])('finds in %j what the expression finds', (text) => {
  expect(Array.from(spansOf(text, LIQUID), ({ text: span, at }) => [span, at])).toEqual(
    Array.from(text.matchAll(EXPRESSION), (match) => [match[0], match.index]),
  );
  expect(replaceSpans(text, LIQUID, (span) => `[${span}]`)).toBe(text.replace(EXPRESSION, '[$&]'));
});

it('and in whatever is put together of pieces', () => {
  const pieces = ['{{', '}}', '{%', '%}', '{', '}', '%', 'a', '\n'];
  let seed = 7;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return pieces[seed % pieces.length]!;
  };
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: 20 }, next).join('');
    expect(replaceSpans(text, LIQUID, () => '_')).toBe(text.replace(EXPRESSION, '_'));
  }
});

it('leaves a comment that nothing ends', () => {
  expect(replaceSpans('a<!-- b --><!---->c<!-- d', COMMENTS, () => '')).toBe('ac<!-- d');
});
