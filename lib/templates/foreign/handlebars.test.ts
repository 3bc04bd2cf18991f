import { describe, expect, it } from 'vitest';
import { renderHtml } from '../engine/engine';
import { UsedVariables } from './converted';
import { type Dialect, MAILGUN, POSTMARK, SENDGRID } from './dialects';
import { fromHandlebars } from './handlebars';

const LOCALE = { language: 'en', timeZone: 'UTC', currency: 'USD' };

function convert(source: string, dialect: Dialect = SENDGRID, isHtml = true) {
  const used = new UsedVariables();
  return { ...fromHandlebars(source, { dialect, isHtml }, used), used: used.list() };
}

/** What a mail says, with nothing declared missing. */
function rendered(source: string, scope: object, dialect: Dialect = SENDGRID): string {
  const { liquid, problems, used } = convert(source, dialect);
  expect(problems).toEqual([]);
  const nothing = { list: [], object: {} } as Record<string, unknown>;
  const declared = Object.fromEntries(used.map(({ name, type }) => [name, nothing[type] ?? '']));
  return renderHtml(liquid, { ...declared, ...scope }, LOCALE);
}

describe('Handlebars as SendGrid documents it', () => {
  // https://www.twilio.com/docs/sendgrid/for-developers/sending-email/using-handlebars
  it.each([
    ['<p>Hello {{ firstName }}</p>', { firstName: 'Ben' }, '<p>Hello Ben</p>'],
    [
      '<p>Hello {{user.profile.firstName}}</p>',
      { user: { profile: { firstName: 'Ben' } } },
      '<p>Hello Ben</p>',
    ],
    ['<p>Hello {{user.profile.firstName}}</p>', {}, '<p>Hello </p>'],
    [
      '{{#if user.profile.male}}<p>Dear Sir</p>{{else if user.profile.female}}<p>Dear Madame</p>{{else}}<p>Dear Customer</p>{{/if}}',
      { user: { profile: { female: true } } },
      '<p>Dear Madame</p>',
    ],
    [
      '{{#if user.profile.male}}<p>Dear Sir</p>{{else if user.profile.female}}<p>Dear Madame</p>{{else}}<p>Dear Customer</p>{{/if}}',
      { user: {} },
      '<p>Dear Customer</p>',
    ],
    ['{{#unless user.active}}<p>Warning!</p>{{/unless}}', { user: { active: false } }, '<p>Warning!</p>'],
    [
      '{{#greaterThan scoreOne scoreTwo}}<p>A.</p>{{/greaterThan}}',
      { scoreOne: 100, scoreTwo: 78 },
      '<p>A.</p>',
    ],
    [
      '{{#greaterThan scoreOne scoreTwo}}<p>A.</p>{{else}}<p>B.</p>{{/greaterThan}}',
      { scoreOne: 55, scoreTwo: 78 },
      '<p>B.</p>',
    ],
    ['{{#lessThan scoreOne scoreTwo}}<p>A.</p>{{/lessThan}}', { scoreOne: 55, scoreTwo: 78 }, '<p>A.</p>'],
    [
      '{{#equals customerCode winningCode}}<p>You win.</p>{{else}}<p>No.</p>{{/equals}}',
      { customerCode: 289199, winningCode: 289199 },
      '<p>You win.</p>',
    ],
    [
      '{{#notEquals currentDate appointmentDate}}<p>Soon.</p>{{/notEquals}}',
      { currentDate: '20230715', appointmentDate: '20230715' },
      '',
    ],
    [
      '{{#and favoriteFood favoriteDrink}}<p>Thanks.</p>{{else}}<p>More.</p>{{/and}}',
      { favoriteFood: 'Pasta' },
      '<p>More.</p>',
    ],
    ['{{#or isRunner isCyclist}}<p>Free</p>{{else}}<p>Paid</p>{{/or}}', { isCyclist: true }, '<p>Free</p>'],
    ['{{#or isRunner isCyclist}}<p>Free</p>{{else}}<p>Paid</p>{{/or}}', { isCyclist: 0 }, '<p>Paid</p>'],
    [
      '<ol>{{#each user.orderHistory}}<li>{{this.item}} {{date}}</li>{{/each}}</ol>',
      { user: { orderHistory: [{ date: '2/1', item: 'shoes' }, { item: 'hat' }] } },
      '<ol><li>shoes 2/1</li><li>hat </li></ol>',
    ],
    [
      '{{#each user.story}}{{#if this.male}}<p>{{this.date}}</p>{{/if}}{{#if this.item}}<p>{{this.item}}</p>{{/if}}{{/each}}',
      { user: { story: [{ male: true, date: '1998' }, { item: 'x' }] } },
      '<p>1998</p><p>x</p>',
    ],
    ['<p>Hello {{insert name "default=Customer"}}!</p>', {}, '<p>Hello Customer!</p>'],
    ['<p>Hello {{insert name "default=Customer"}}!</p>', { name: 'Ben' }, '<p>Hello Ben!</p>'],
    [
      '{{#greaterThan (length cartItems) 0}}<p>Cart</p>{{else}}<p>Empty</p>{{/greaterThan}}',
      { cartItems: ['a'] },
      '<p>Cart</p>',
    ],
    [
      '<p>Join us {{formatDate timeStamp "MMMM DD, YYYY [at] HH:mm"}}</p>',
      { timeStamp: '2020-01-01T23:00:00.000Z' },
      '<p>Join us January 01, 2020 at 23:00</p>',
    ],
  ])('%s', (source, scope, html) => {
    expect(rendered(source, scope)).toBe(html);
  });

  it('takes an empty text, an empty list and 0 for no', () => {
    const source = '{{#if a}}yes{{else}}no{{/if}}';
    for (const a of ['', 0, false, null, undefined, []]) expect(rendered(source, { a })).toBe('no');
    for (const a of ['0', 1, true, [1]]) expect(rendered(source, { a })).toBe('yes');
  });

  it('keeps names apart in loops within loops', () => {
    const source =
      '{{#each items}}{{#each tags as |tag n|}}{{@root.shop}}/{{../name}}/{{tag}}{{#unless @last}}, {{/unless}}{{n}}{{/each}};{{else}}none{{/each}}';
    const items = [
      { name: 'A', tags: ['x', 'y'] },
      { name: 'B', tags: [] },
    ];
    expect(rendered(source, { shop: 'S', items })).toBe('S/A/x, 0S/A/y1;;');
    expect(rendered(source, { items: [] })).toBe('none');
  });

  it('knows the links that each mail must have', () => {
    const { liquid } = convert(
      '<a href="{{{unsubscribe}}}">1</a><a href="<%asm_group_unsubscribe_raw_url%>">2</a>',
    );
    expect(liquid).toBe('<a href="{{ unsubscribe_url }}">1</a><a href="{{ unsubscribe_url }}">2</a>');
  });
});

it('says of each variable what its use tells', () => {
  const { used } = convert(
    '{{a}} <a href="{{link}}">{{{body}}}</a> {{#each rows}}{{name}}{{/each}} {{who.name}} {{#if rows}}{{/if}}',
  );
  expect(used).toEqual([
    { name: 'a', type: 'text' },
    { name: 'link', type: 'url' },
    { name: 'body', type: 'html' },
    { name: 'rows', type: 'list' },
    { name: 'who', type: 'object' },
  ]);
});

it('names what it leaves out, with its line, and what is called otherwise here', () => {
  const { liquid, problems } = convert(
    'a\n{{> footer}}\n{{upper name}}\n{{#repeat 3}}x{{/repeat}}\n{{company}} {{company}} {{first-name}}\n{{formatDate at "hh:mm A"}}\n{{#each x}}{{@key}}{{{raw}}}{{/each}}',
  );
  expect(problems).toEqual([
    { line: 2, code: 'partial', shown: 'footer' },
    { line: 3, code: 'helper', shown: 'upper' },
    { line: 4, code: 'helper', shown: '{{#repeat}}' },
    { line: 5, code: 'renamed', shown: 'company → company_value' },
    { line: 5, code: 'renamed', shown: 'first-name → first_name' },
    { line: 6, code: 'date', shown: 'hh:mm A' },
    { line: 7, code: 'path', shown: '@key' },
    { line: 7, code: 'html', shown: 'raw' },
  ]);
  expect(liquid).toContain('{{ company_value }} {{ company_value }} {{ first_name }}');
});

it('says where it is no Handlebars at all, and never throws', () => {
  expect(convert('a\n{{#if x}}\nb').problems).toEqual([expect.objectContaining({ code: 'syntax' })]);
  expect(convert('{{x y}').problems).toEqual([expect.objectContaining({ line: 1, code: 'syntax' })]);
  for (const source of [
    '{{',
    '{{{{raw}}}}',
    '{{#each}}{{/each}}',
    '{{"a"}}',
    '{{this}}',
    '{{../../x}}',
    '\uE000evil\uE001',
  ])
    expect(() => convert(source)).not.toThrow();
});

it('prints what would begin something here as it stands', () => {
  expect(rendered('{% if %} \\{{kept}}', {})).toBe('{% if %} {{kept}}');
});

it('goes into what a name of Mustachio or Handlebars opens', () => {
  const source = '{{#product}}{{name}}{{/product}}{{^product}}none{{/product}}';
  for (const dialect of [POSTMARK, MAILGUN]) {
    expect(rendered(source, { product: { name: 'P' } }, dialect)).toBe('P');
    expect(rendered(source, {}, dialect)).toBe('none');
  }
  expect(
    rendered('{{#equal a "x"}}y{{/equal}}%unsubscribe_url%', { a: 'x', unsubscribe_url: 'u' }, MAILGUN),
  ).toBe('yu');
});

// https://postmarkapp.com/support/article/1208-how-to-add-an-unsubscribe-link
it.each([
  ['<a href="{{{ pm:unsubscribe }}}">Leave</a>', '<a href="{{ unsubscribe_url }}">Leave</a>', true],
  ['{{{ pm:unsubscribe }}}', '<a href="{{ unsubscribe_url }}">Unsubscribe</a>', true],
  ['{{{ pm:unsubscribe label="Leave" }}}', '<a href="{{ unsubscribe_url }}">Leave</a>', true],
  ['{{{ pm:unsubscribe }}}', '{{ unsubscribe_url }}', false],
])('%s of Postmark is %s', (source, liquid, isHtml) => {
  expect(convert(source, POSTMARK, isHtml)).toMatchObject({ liquid, problems: [] });
});
