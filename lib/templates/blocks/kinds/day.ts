import { z } from 'zod';
import { defineBlock } from '../block';
import { align, path, surface } from '../fields';
import { colours, cornersOf, filled, LAYOUT, styled } from '../look/styles';

/** A day as a leaf of a calendar: month, number, weekday. */
export const day = defineBlock({
  kind: 'day',
  shape: {
    /** A date. */
    of: path,
    on: surface.default('accent'),
    align: align.default('left'),
    size: z.enum(['normal', 'large']).default('normal'),
  },
  defaults: () => ({ of: 'due_on' }),
  toMjml: (props, drawing, padding) => {
    const width = props.size === 'large' ? 136 : 104;
    const corners = Math.max(4, cornersOf(drawing));
    const { line } = colours(drawing, 'plain');
    const month = filled(
      drawing,
      props.on,
      `padding:6px 0;font-size:14px;line-height:18px;font-weight:bold;letter-spacing:1px;text-transform:uppercase;border-radius:${corners}px ${corners}px 0 0`,
    );
    const number = styled(
      drawing,
      'i',
      `padding:8px 0 0;font-size:${props.size === 'large' ? 56 : 42}px;line-height:${props.size === 'large' ? 60 : 46}px;font-weight:bold;border-left:1px solid ${line};border-right:1px solid ${line}`,
      'plain',
    );
    const weekday = styled(
      drawing,
      'm',
      `padding:0 0 10px;font-size:14px;line-height:20px;border:1px solid ${line};border-top:0;border-radius:0 0 ${corners}px ${corners}px`,
      'plain',
    );
    const classes = (attributes: string) => attributes.replace('class="', 'class="g-plain l-plain ');
    const white = (attributes: string) =>
      classes(attributes).replace('style="', 'style="background-color:#ffffff;');
    return `<mj-text align="${props.align}" padding="${padding}"><table ${LAYOUT} align="${props.align}" width="${width}" style="border-collapse:separate;width:${width}px${props.align === 'center' ? ';margin:0 auto' : ''}"><tr><td align="center" ${month}>{{ ${props.of} | date: 'month' }}</td></tr><tr><td align="center" ${white(number)}>{{ ${props.of} | date: 'day' }}</td></tr><tr><td align="center" ${white(weekday)}>{{ ${props.of} | date: 'weekday' }}</td></tr></table></mj-text>`;
  },
  toText: ({ of }) => `{{ ${of} | date: 'full' }}`,
});
