import { describe, expect, test } from 'vitest';
import { compileMjml } from './compile-mjml';
import { renderHtml } from './engine';
import { guardHtml } from './guard-html';
import { lostToken } from './liquid-tokens';

const es = { language: 'es', timeZone: 'America/Asuncion', currency: 'PYG' };
const page = (body: string) => `<mjml lang="es"><mj-body>${body}</mj-body></mjml>`;
const text = (content: string) =>
  page(`<mj-section><mj-column><mj-text>${content}</mj-text></mj-column></mj-section>`);

describe('MJML', () => {
  test('keeps Liquid in texts, and asks nobody for fonts', async () => {
    const { html, errors } = await compileMjml(
      text('Hola {{ name | default: "amigo" }}{% if a < b %} menos{% endif %}'),
    );
    expect(errors).toEqual([]);
    expect(html).toContain('{{ name | default: "amigo" }}');
    expect(html).not.toMatch(/googleapis|@import/);
    expect(renderHtml(html, { name: 'Ana', a: 1, b: 2 }, es)).toContain('Hola Ana menos');
  });

  test('with Liquid between sections, which it drops in silence, is an error at its line', async () => {
    const mjml = page(
      `\n{% if vip %}\n<mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section>\n{% endif %}\n`,
    );
    const { errors } = await compileMjml(mjml);
    expect(errors).toContainEqual(expect.objectContaining({ line: 2, token: '{% if vip %}' }));
  });

  test('with pairs of mj-raw repeats sections', async () => {
    const section = '<mj-section><mj-column><mj-text>{{ i }};</mj-text></mj-column></mj-section>';
    const { html, errors } = await compileMjml(
      page(`<mj-raw>{% for i in items %}</mj-raw>${section}<mj-raw>{% endfor %}</mj-raw>`),
    );
    expect(errors).toEqual([]);
    expect(renderHtml(html, { items: [1, 2, 3] }, es).match(/>\d;</g)).toEqual(['>1;<', '>2;<', '>3;<']);
  });

  test('of it passes the guards', async () => {
    const button =
      '<mj-button href="{{ url }}">Ver</mj-button><mj-image src="https://a.example/b.png" alt="x" />';
    const { html } = await compileMjml(page(`<mj-section><mj-column>${button}</mj-column></mj-section>`));
    const guarded = guardHtml(html);
    expect(guarded.problems).toEqual([]);
    expect(renderHtml(guarded.html, { url: 'https://a.example' }, es)).toContain('href="https://a.example"');
    expect(() => renderHtml(guarded.html, { url: 'javascript:x' }, es)).toThrow(/no link/);
  });

  test.each(['', 'plain', '<mjml><mj-body><mj-nothing></mj-nothing></mj-body></mjml>', '<html></html>'])(
    'that is none is an error: %s',
    async (mjml) => {
      const { errors } = await compileMjml(mjml);
      expect(errors.length).toBeGreaterThan(0);
    },
  );
});

describe('guards', () => {
  const guarded = (html: string) => guardHtml(html);

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
  ])('let no link through to %s', (u) => {
    const { html, problems } = guarded('<a href="{{ u | default: "x" }}">a</a>');
    expect(problems).toEqual([]);
    expect(() => renderHtml(html, { u }, es)).toThrow(/no link/);
  });

  test.each(['https://a.example/x?y=1&z=2', 'mailto:a@b.example', 'tel:+595981123456', 'cid:logo', ''])(
    'let %s through',
    (u) => {
      const { html } = guarded("<a href='{{ u }}'>a</a>");
      expect(renderHtml(html, { u }, es)).toContain(u.replaceAll('&', '&amp;'));
    },
  );

  test('look at what the whole address becomes', () => {
    const { html } = guarded('<a href="{% if x %}java{% endif %}script:{{ y }}">a</a>');
    expect(() => renderHtml(html, { x: true, y: 'alert(1)' }, es)).toThrow(/no link/);
  });

  test('read what stands in comments for Outlook', () => {
    const { html } = guarded('<!--[if mso]><v:rect href="{{ u }}"></v:rect><![endif]--><p>{{ t }}</p>');
    expect(() => renderHtml(html, { u: 'javascript:x', t: '' }, es)).toThrow(/no link/);
  });

  test.each([
    ['<script>x</script>', 'unsafe_element'],
    ['<p onclick="x">', 'unsafe_attribute'],
    ['<a href="javascript:x">', 'unsafe_url'],
    ['<p {{ x }}>', 'unsafe_place'],
    ['<p class={{ x }}>', 'unsafe_place'],
    ['<style>p { color: {{ x }} }</style>', 'unsafe_place'],
  ])('refuse %s', (html, code) => {
    expect(guarded(html).problems[0]).toMatchObject({ code, line: 1 });
  });

  test('let a style be chosen, but no rule of one', () => {
    const { html } = guarded('<p style="color:{{ c }}">');
    expect(renderHtml(html, { c: '#ff0000' }, es)).toContain('color:#ff0000');
    expect(() => renderHtml(html, { c: 'red;background:url(https://x.example)' }, es)).toThrow(/style/);
  });

  test('change nothing else', () => {
    const html =
      '<!doctype html><!-- a > b --><p title="{{ a }}" style="color:red">1 < 2 {% if x %}y{% endif %}</p>';
    expect(guarded(html)).toEqual({ html, problems: [] });
  });
});

test('a token that comes out twice is there, one that changed its place is not', () => {
  expect(lostToken('{{ a }}', '{{a}}{{ a }}')).toBeNull();
  expect(lostToken('{% if a %}x{% endif %}', '{% endif %}{% if a %}')).toMatchObject({ text: '{% if a %}' });
  expect(lostToken('{{ a }}', '')).toMatchObject({ line: 1 });
});
