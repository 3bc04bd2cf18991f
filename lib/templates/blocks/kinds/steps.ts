import { z } from 'zod';
import { defineBlock } from '../block';
import { flowAround } from '../condition';
import { line, lineOrNothing, path, surface, variableName } from '../fields';
import { escapeText } from '../liquid-text';
import { filled, LAYOUT, styled } from '../look/styles';

const Step = z.strictObject({ title: line(160), text: lineOrNothing(400).default('') });

/** One after another, numbered or ticked; written out, or one for each entry of a list. */
export const steps = defineBlock({
  kind: 'steps',
  shape: {
    steps: z.array(Step).min(1).max(12),
    /** With it the one step is drawn for each entry. */
    over: z.strictObject({ each: path, as: variableName }).optional(),
    marks: z.enum(['numbers', 'checks', 'dots']).default('numbers'),
    on: surface.default('accent'),
  },
  defaults: (language) => ({
    steps:
      language === 'es'
        ? [{ title: 'Primer paso' }, { title: 'Segundo paso' }]
        : [{ title: 'First step' }, { title: 'Second step' }],
  }),
  toMjml: (props, drawing, padding) => {
    const numbers = props.over ? ['{{ forloop.index }}'] : props.steps.map((_, index) => String(index + 1));
    const rows = props.steps.slice(0, props.over ? 1 : undefined).map(({ title, text }, index) => {
      const mark = { numbers: numbers[index]!, checks: '✓', dots: '&#160;' }[props.marks];
      const size = props.marks === 'dots' ? 12 : 30;
      const circle = filled(
        drawing,
        props.on,
        `width:${size}px;height:${size}px;border-radius:${size / 2}px;font-size:${size / 2}px;line-height:${size}px;font-weight:bold;text-align:center`,
      );
      const words = text
        ? `<p ${styled(drawing, 'm', 'margin:2px 0 0;font-size:15px;line-height:22px')}>${escapeText(text)}</p>`
        : '';
      return `<tr><td width="${size}" valign="top" style="padding:${props.marks === 'dots' ? 9 : 0}px 14px 16px 0"><div ${circle}>${mark}</div></td><td valign="top" style="padding:3px 0 16px"><p ${styled(drawing, 'i', 'margin:0;font-size:16px;line-height:24px;font-weight:bold')}>${escapeText(title)}</p>${words}</td></tr>`;
    });
    const { before, after } = flowAround({ repeat: props.over });
    return `<mj-text padding="${padding}"><table ${LAYOUT} width="100%" style="border-collapse:separate">${before.join('')}${rows.join('')}${after.join('')}</table></mj-text>`;
  },
  toText: (props) => {
    const { before, after } = flowAround({ repeat: props.over });
    const rows = props.steps.slice(0, props.over ? 1 : undefined).map(({ title, text }, index) => {
      const number = props.over ? '{{ forloop.index }}' : index + 1;
      return `${props.marks === 'numbers' ? `${number}.` : '-'} ${title}\n${text ? `   ${text}\n` : ''}`;
    });
    return `${before.join('')}${rows.join('')}${after.join('')}`.trimEnd();
  },
});
