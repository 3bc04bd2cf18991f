import { z } from 'zod';
import { type Drawing, defineBlock } from '../block';
import { Condition, flowAround } from '../condition';
import { align, line, path, variableName } from '../fields';
import { escapeText } from '../liquid-text';
import { FONT_NAMES, FONTS } from '../look/look';
import { styled } from '../look/styles';

const Column = z.strictObject({ title: line(60), value: line(200), align: align.default('left') });
const Total = z.strictObject({
  label: line(80),
  value: line(120),
  strong: z.boolean().default(false),
  showIf: Condition.optional(),
});

/** A table of data: a row for each entry of a list, and what it adds up to. */
export const items = defineBlock({
  kind: 'items',
  shape: {
    each: path,
    as: variableName,
    columns: z.array(Column).min(1).max(5),
    totals: z.array(Total).max(8).default([]),
    font: z.enum(FONT_NAMES).optional(),
  },
  defaults: (language) => ({
    each: 'items',
    as: 'item',
    columns: [
      { title: language === 'es' ? 'Concepto' : 'Item', value: '{{ item.description }}' },
      {
        title: language === 'es' ? 'Importe' : 'Amount',
        value: '{{ item.amount | money }}',
        align: 'right' as const,
      },
    ],
  }),
  toMjml: (props, drawing, padding) => {
    const cell = cellsOf(drawing, props.font);
    const head = props.columns.map(({ title, align }) => cell('th scope="col"', 'm', align, title));
    const row = props.columns.map(({ value, align }) => cell('td', 'i', align, value));
    const totals = props.totals.map((total) => {
      const { before, after } = flowAround(total);
      const label = cell(
        `th scope="row" colspan="${Math.max(1, props.columns.length - 1)}"`,
        total.strong ? 'i' : 'm',
        'left',
        total.label,
        total.strong,
      );
      return `${before.join('')}<tr>${label}${cell('td', 'i', 'right', total.value, total.strong)}</tr>${after.join('')}`;
    });
    const { before, after } = flowAround({ repeat: props });
    return `<mj-table padding="${padding}" font-size="15px" line-height="21px"><tr>${head.join('')}</tr>${before.join('')}<tr>${row.join('')}</tr>${after.join('')}${totals.join('')}</mj-table>`;
  },
  toText: (props) => {
    const { before, after } = flowAround({ repeat: props });
    const row = `- ${props.columns.map(({ value }) => value).join(' · ')}\n`;
    const totals = props.totals.map((total) => {
      const around = flowAround(total);
      return `${around.before.join('')}${total.label}: ${total.value}\n${around.after.join('')}`;
    });
    return `${before.join('')}${row}${after.join('')}${totals.join('')}`.trimEnd();
  },
});

function cellsOf(drawing: Drawing, font: keyof typeof FONTS | undefined) {
  const { line: rule } = drawing.shades(drawing.surface).light;
  const family = font ? `;font-family:${FONTS[font]}` : '';
  return (tag: string, part: 'i' | 'm', side: string, words: string, isStrong = false) => {
    const isHead = tag.includes('scope="col"');
    const weight = isStrong ? 'font-weight:bold;font-size:17px' : 'font-weight:normal';
    const gap = side === 'right' ? 'padding:10px 0 10px 12px' : 'padding:10px 12px 10px 0';
    // A figure or a day that is broken in two is misread.
    const whole =
      side === 'right' || isHead || /\|\s*(money|date|number)/.test(words) ? ';white-space:nowrap' : '';
    const style = `${gap}${whole};${weight}${isHead ? ';font-size:14px' : family};border-bottom:1px solid ${rule}`;
    const attributes = styled(drawing, part, style).replace('class="', `class="l-${drawing.surface} `);
    return `<${tag} align="${side}" valign="top" ${attributes}>${escapeText(words)}</${tag.split(' ')[0]}>`;
  };
}
