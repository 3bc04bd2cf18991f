import { z } from 'zod';
import { type Drawing, defineBlock } from '../block';
import { Condition, flowAround } from '../condition';
import { line } from '../fields';
import { escapeText } from '../liquid-text';
import { FONT_NAMES, FONTS } from '../look/look';
import { styled } from '../look/styles';

const Row = z.strictObject({
  label: line(120),
  value: line(400),
  showIf: Condition.optional(),
  strong: z.boolean().default(false),
});
type Row = z.infer<typeof Row>;

/** What there is to know, line by line: a label and its value. */
export const facts = defineBlock({
  kind: 'facts',
  shape: {
    rows: z.array(Row).min(1).max(40),
    look: z.enum(['lines', 'plain', 'stacked']).default('lines'),
    /** Of the values: numbers and account numbers read better in one of even width. */
    font: z.enum(FONT_NAMES).optional(),
  },
  defaults: (language) => ({
    rows: [{ label: language === 'es' ? 'Fecha' : 'Date', value: '{{ now | date }}' }],
  }),
  toMjml: (props, drawing, padding) => {
    const rows = props.rows.map((row, index) => {
      const { before, after } = flowAround(row);
      return [...before, drawRow(row, props, drawing, index > 0), ...after].join('');
    });
    return `<mj-table${props.look === 'stacked' ? ' role="presentation"' : ''} padding="${padding}" font-size="15px" line-height="22px">${rows.join('')}</mj-table>`;
  },
  toText: ({ rows }) =>
    rows
      .map((row) => {
        const { before, after } = flowAround(row);
        return `${before.join('')}${row.label}: ${row.value}\n${after.join('')}`;
      })
      .join('')
      .trimEnd(),
});

type Look = { look: 'lines' | 'plain' | 'stacked'; font?: keyof typeof FONTS | undefined };

function drawRow(row: Row, { look, font }: Look, drawing: Drawing, isLater: boolean): string {
  const { line: rule } = drawing.shades(drawing.surface).light;
  const ruled = look === 'lines' && isLater;
  const border = ruled ? `;border-top:1px solid ${rule}` : '';
  const mark = (attributes: string) =>
    ruled ? attributes.replace('class="', `class="l-${drawing.surface} `) : attributes;
  const weight = row.strong ? ';font-weight:bold' : '';
  const family = font ? `;font-family:${FONTS[font]}` : '';
  if (look === 'stacked') {
    const label = styled(drawing, 'm', 'display:block;font-size:14px;line-height:20px;font-weight:normal');
    const value = styled(drawing, 'i', `display:block;font-size:16px;line-height:22px${weight}${family}`);
    return `<tr><td style="padding:0 0 14px"><span ${label}>${escapeText(row.label)}</span><span ${value}>${escapeText(row.value)}</span></td></tr>`;
  }
  const label = styled(drawing, 'm', `padding:9px 16px 9px 0;font-weight:normal${border}`);
  const value = styled(drawing, 'i', `padding:9px 0${weight}${family}${border}`);
  return `<tr><th scope="row" align="left" valign="top" ${mark(label)}>${escapeText(row.label)}</th><td align="right" valign="top" ${mark(value)}>${escapeText(row.value)}</td></tr>`;
}
