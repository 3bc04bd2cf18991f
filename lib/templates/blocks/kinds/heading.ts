import { z } from 'zod';
import { defineBlock } from '../block';
import { align, line, lineOrNothing } from '../fields';
import { escapeText } from '../liquid-text';
import { legible } from '../look/colours';
import { FONT_NAMES, FONTS } from '../look/look';
import { classOf, colours, styled } from '../look/styles';

const SIZES = { small: 17, normal: 21, large: 28, display: 38 } as const;

export const heading = defineBlock({
  kind: 'heading',
  shape: {
    text: line(),
    /** A few words above it, in small capitals. */
    eyebrow: lineOrNothing(120).default(''),
    level: z.number().int().min(1).max(3).default(2),
    size: z.enum(['small', 'normal', 'large', 'display']).default('normal'),
    align: align.default('left'),
    ink: z.enum(['ink', 'accent', 'mute']).default('ink'),
    font: z.enum(FONT_NAMES).optional(),
  },
  defaults: (language) => ({ text: language === 'es' ? 'Un título' : 'A heading' }),
  toMjml: (props, drawing, padding) => {
    const { surface, look } = drawing;
    const { accent, ground } = colours(drawing, surface);
    const part = ({ ink: 'i', accent: 'a', mute: 'm' } as const)[props.ink];
    const size = SIZES[props.size];
    const eyebrow = props.eyebrow
      ? `<p ${styled(drawing, 'm', 'margin:0 0 8px;font-size:14px;line-height:18px;font-weight:bold;letter-spacing:0.9px;text-transform:uppercase')}>${escapeText(props.eyebrow)}</p>`
      : '';
    const style = `margin:0;font-family:${FONTS[props.font ?? look.headings]};font-size:${size}px;line-height:${Math.round(size * 1.22)}px;font-weight:bold${size > 24 ? ';letter-spacing:-0.4px' : ''}`;
    const drawn = props.ink === 'accent' ? `${style};color:${legible(accent, ground, 4.5)}` : style;
    const fits = size > 24 ? ` h-${props.size}` : '';
    const attributes = styled(drawing, part, drawn).replace('class="', `class="h${fits} `);
    return `<mj-text align="${props.align}" padding="${padding}" css-class="${classOf('i', surface)}">${eyebrow}<h${props.level} ${attributes}>${escapeText(props.text)}</h${props.level}></mj-text>`;
  },
  toText: ({ text, eyebrow, level }) => [eyebrow, `${'#'.repeat(level)} ${text}`].filter(Boolean).join('\n'),
});
