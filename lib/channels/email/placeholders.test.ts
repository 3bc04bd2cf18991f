import { expect, it } from 'vitest';
import { hasPlaceholders, withoutPlaceholders } from './placeholders';

it.each([
  ['<p>{{7*7}}</p>', '<p>&#123;{7*7}}</p>'],
  ['<p>{{{a}}} {% now %} {# b #}</p>', '<p>&#123;&#123;{a}}} &#123;% now %} &#123;# b #}</p>'],
  ['<a href="https://u.example/?q={{x}}">x</a>', '<a href="https://u.example/?q=&#123;{x}}">x</a>'],
  // No character references in style sheets, where `{#` is common once blanks were taken out.
  [
    '<STYLE media="screen">@media screen{#a{top:0}}</STYLE>{{b}}<style>{#c{}}',
    '<STYLE media="screen">@media screen{ #a{top:0}}</STYLE>&#123;{b}}<style>{ #c{}}',
  ],
  // A letter that is two in lower case moves nothing.
  ['İİİ<style>{#a{}}</style>{{b}}', 'İİİ<style>{ #a{}}</style>&#123;{b}}'],
  ['<p>{a} { {b} }</p>', '<p>{a} { {b} }</p>'],
])('%s', (html, written) => {
  expect(withoutPlaceholders(html)).toBe(written);
  expect(hasPlaceholders(written)).toBe(false);
});

it('is the same to who reads it', () => {
  const html = '{{ contact.EMAIL }} {% if a %}{#b#}';
  expect(withoutPlaceholders(html).replaceAll('&#123;', '{')).toBe(html);
});
