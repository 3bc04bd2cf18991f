import { z } from 'zod';
import { defineBlock } from '../block';
import { align, line, lineOrNothing, STRONG_OF_TONE, SURFACE_OF_TONE, tone } from '../fields';
import { escapeText } from '../liquid-text';
import { legible } from '../look/colours';
import { FONT_NAMES, FONTS } from '../look/look';
import { colours, cornersOf, LAYOUT, styled } from '../look/styles';
import type { Surface } from '../look/surfaces';

const SIZES = { normal: 28, large: 40, huge: 56 } as const;

/** One number that matters, large: an amount, a balance, the days left. */
export const figure = defineBlock({
  kind: 'figure',
  shape: {
    label: lineOrNothing(120).default(''),
    value: line(120),
    note: lineOrNothing(200).default(''),
    size: z.enum(['normal', 'large', 'huge']).default('large'),
    align: align.default('left'),
    look: z.enum(['plain', 'box', 'dashed']).default('plain'),
    tone: tone.optional(),
    font: z.enum(FONT_NAMES).optional(),
  },
  defaults: (language) => ({ label: language === 'es' ? 'Total' : 'Total', value: '{{ total | money }}' }),
  toMjml: (props, drawing, padding) => {
    const boxed = props.look !== 'plain';
    const surface: Surface = boxed ? (props.tone ? SURFACE_OF_TONE[props.tone] : 'soft') : drawing.surface;
    const { ground, ink, line: rule } = colours(drawing, surface);
    const colour = props.tone
      ? legible(drawing.shades(STRONG_OF_TONE[props.tone]).light.ground, ground, 4.5)
      : ink;
    const size = SIZES[props.size];
    const words = [
      props.label &&
        `<p ${styled(drawing, 'm', 'margin:0 0 4px;font-size:14px;line-height:20px', surface)}>${escapeText(props.label)}</p>`,
      `<p ${styled(drawing, 'i', `margin:0;font-family:${FONTS[props.font ?? drawing.look.headings]};font-size:${size}px;line-height:${Math.round(size * 1.15)}px;font-weight:bold;letter-spacing:-0.5px;color:${colour}${isOneFigure(props.value) ? ';white-space:nowrap' : ''}`, surface).replace('class="', `class="fig-${props.size} ${props.tone ? `t-${props.tone} ` : ''}`)}>${escapeText(props.value)}</p>`,
      props.note &&
        `<p ${styled(drawing, 'm', 'margin:6px 0 0;font-size:14px;line-height:20px', surface)}>${escapeText(props.note)}</p>`,
    ];
    const drawn = words.filter(Boolean).join('');
    if (!boxed) return `<mj-text align="${props.align}" padding="${padding}">${drawn}</mj-text>`;
    const border = props.look === 'dashed' ? `;border:2px dashed ${rule}` : '';
    const cell = styled(
      drawing,
      'g',
      `padding:20px 24px;border-radius:${cornersOf(drawing)}px${border}`,
      surface,
    ).replace('class="', `class="l-${surface} `);
    return `<mj-text align="${props.align}" padding="${padding}"><table ${LAYOUT} width="100%" style="border-collapse:separate"><tr><td align="${props.align}" ${cell}>${drawn}</td></tr></table></mj-text>`;
  },
  toText: ({ label, value, note }) => [label ? `${label}: ${value}` : value, note].filter(Boolean).join('\n'),
});

/** An amount or a day that is broken in two is misread. */
function isOneFigure(value: string): boolean {
  return /^\S{0,4}\{\{[^}]*\|\s*(money|date|number)[^}]*\}\}$/.test(value);
}
