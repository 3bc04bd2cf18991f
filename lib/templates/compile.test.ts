import { describe, expect, it } from 'vitest';
import { compileText } from './compile';
import { MAX_SOURCE } from './engine/limits';
import type { TemplateText } from './schema';

const brand = {
  name: 'Clínica Norte',
  color: '#228be6',
  logo: null,
  website: null,
  address: null,
  supportEmail: null,
  supportPhone: null,
  footer: null,
  timeZone: 'UTC',
  currency: 'USD',
};

const compiled = (kind: 'html' | 'mjml', source: string) =>
  compileText({ subject: 'Recibo', preheader: 'Hola', kind, source } as TemplateText, {
    brand,
    language: 'es',
  });

const whole = (unit: string) => unit.repeat(Math.floor((MAX_SOURCE - 200) / unit.length));
const page = (body: string) =>
  `<mjml><mj-body><mj-section><mj-column>${body}</mj-column></mj-section></mj-body></mjml>`;

describe('as long as a source may be, and all of it elements', () => {
  it.each(['<div>', '<table><tr><td>', '<ul><li>', '<style></style>', '<hr>'])(
    'HTML of %s is refused, not compiled',
    async (unit) => {
      const { html, problems } = await compiled('html', whole(unit));
      expect(problems).toMatchObject([
        { code: 'template_markup', params: { why: 'it has more than 8000 elements' } },
      ]);
      expect(html).not.toContain(unit);
    },
  );

  it.each(['<mj-text>a</mj-text>', '<mj-text><div>', '<mj-style>a{}</mj-style>'])(
    'MJML of %s too',
    async (unit) => {
      const { problems } = await compiled('mjml', page(whole(unit)));
      expect(problems).toMatchObject([
        { code: 'template_markup', params: { why: 'it has more than 1500 elements' } },
      ]);
    },
  );
});

it.each(['{{a}}', '{% if a %}{% endif %}'])('so are more than 3000 of %s', async (unit) => {
  const why = 'it has more than 3000 variables and tags';
  const problem = { code: 'template_markup', params: { why } };
  expect((await compiled('html', whole(unit))).problems).toMatchObject([problem]);
  const text = { subject: 'Recibo', preheader: '', kind: 'html', source: '<p>a</p>', text: whole(unit) };
  const { problems } = await compileText(text as TemplateText, { brand, language: 'es' });
  expect(problems).toMatchObject([{ ...problem, field: 'text' }]);
});

it('a long mail is none of that', async () => {
  const rows = '<tr><td>{{ name }}</td><td>1 < 2</td></tr>'.repeat(2000);
  expect((await compiled('html', `<BODY class="a"><table>${rows}</table>`)).problems).toEqual([]);
  const { html, problems } = await compiled('mjml', page('<mj-text>Hola</mj-text>'.repeat(300)));
  expect(problems).toEqual([]);
  expect(html).toContain('Hola</div>');
});

it('comments that nothing ends hold nobody up', async () => {
  const before = process.threadCpuUsage();
  await compiled('mjml', page(whole('<!--')));
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3000);
});
