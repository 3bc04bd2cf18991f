import { describe, expect, it } from 'vitest';
import { RichText } from './schema';
import { richToHtml } from './to-html';
import { richToText } from './to-text';
import { richText } from './write';

const STYLE = { link: 'style="color:red"', gap: 12 };
const html = (written: string) => richToHtml(richText(written), STYLE);

describe('rich text', () => {
  it('is written, kept and drawn', () =>
    expect(html('Hola **{{ name }}**, _ya_ [pague]({{ pay_url }})\nhoy\n\n- uno\n- dos')).toBe(
      '<p style="margin:0 0 12px">Hola <strong>{{ name }}</strong>, <em>ya</em> <a href="{{ pay_url }}" style="color:red">pague</a><br>hoy</p><ul style="margin:0 0 0px;padding:0 0 0 22px"><li style="margin:0 0 6px">uno</li><li style="margin:0 0 6px">dos</li></ul>',
    ));
  it('leaves names with underscores alone within Liquid', () =>
    expect(html('{{ student_name }} y {{ card_number }}')).toContain(
      '{{ student_name }} y {{ card_number }}',
    ));
  it('escapes what looks like HTML', () => expect(html('<img src=x onerror=1>')).not.toContain('<img'));
  it('reads well without HTML', () =>
    expect(
      richToText(
        richText('Mire [la boleta]({{ url }}) o escriba a [a@b.py](mailto:a@b.py)\n\n1. uno\n2. dos'),
      ),
    ).toBe('Mire la boleta ({{ url }}) o escriba a a@b.py\n\n1. uno\n2. dos'));
  it('is taken by its own schema', () =>
    expect(RichText.safeParse(richText('a **b**\n\n- c')).success).toBe(true));
  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil', 'https://{{ host }}/x', 'https://u:p@bank/'])(
    'refuses a link to %s',
    (href) => {
      const content = [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }];
      expect(RichText.safeParse({ type: 'doc', content: [{ type: 'paragraph', content }] }).success).toBe(
        false,
      );
    },
  );
  it.each(['image', 'codeBlock', 'heading'])('knows no %s', (type) =>
    expect(RichText.safeParse({ type: 'doc', content: [{ type }] }).success).toBe(false),
  );
});
