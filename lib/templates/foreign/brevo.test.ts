import { expect, it } from 'vitest';
import { renderHtml } from '../engine/engine';
import { fromBrevo } from './brevo';
import { UsedVariables } from './converted';

const LOCALE = { language: 'en', timeZone: 'UTC', currency: 'USD' };

function convert(source: string) {
  const used = new UsedVariables();
  return { ...fromBrevo(source, used), used: used.list() };
}

// https://help.brevo.com/hc/en-us/articles/4402386448530 and https://developers.brevo.com/docs/transactional-email-templates
it.each([
  ['Hi {{ contact.FIRSTNAME }}', { contact: { FIRSTNAME: 'Ana' } }, 'Hi Ana'],
  ['Hi {{ contact.FIRSTNAME | default : "you" }}', { contact: {} }, 'Hi you'],
  ['Order {{params.orderId}}', { orderId: 7 }, 'Order 7'],
  ['{{ params.customer.name|upper }}', { customer: { name: 'ana' } }, 'ANA'],
  [
    '{% for item in params.products %}{{ forloop.counter }}. {{ item.name }}{% if item.price %} {{ item.price }}{% endif %};{% endfor %}',
    { products: [{ name: 'A', price: '1' }, { name: 'B' }] },
    '1. A 1;2. B;',
  ],
  ['{% if params.plan == "pro" %}P{% elif params.plan %}O{% else %}N{% endif %}', { plan: 'free' }, 'O'],
])('%s', (source, scope, html) => {
  const { liquid, problems } = convert(source);
  expect(problems).toEqual([]);
  expect(renderHtml(liquid, scope, LOCALE)).toBe(html);
});

it('gathers variables, and names what it leaves out', () => {
  const { liquid, used, problems } = convert(
    '<a href="{{ unsubscribe }}">x</a>\n{{ params.a }}{{ contact.B }}\n{% for p in params.list %}{{ p.x }}{% endfor %}\n{{ params.company|date:"d" }}{% macro x %}{{ 1 + 1 }}',
  );
  expect(liquid).toContain('<a href="{{ unsubscribe_url }}">x</a>');
  expect(used).toEqual([
    { name: 'a', type: 'text' },
    { name: 'contact', type: 'object' },
    { name: 'list', type: 'list' },
    { name: 'company_value', type: 'text' },
  ]);
  expect(problems).toEqual([
    { line: 4, code: 'renamed', shown: 'company → company_value' },
    { line: 4, code: 'filter', shown: 'date:"d"' },
    { line: 4, code: 'tag', shown: 'macro x' },
    { line: 4, code: 'path', shown: '1 + 1' },
  ]);
});
