import { z } from 'zod';
import { defineBlock } from '../block';
import { lineOrNothing } from '../fields';
import { escapeAttribute, escapeText } from '../liquid-text';
import { FONT_NAMES, FONTS } from '../look/look';
import { LAYOUT, styled } from '../look/styles';

/** Who writes: the company's logo, or its name; and a few words at the other side. */
export const header = defineBlock({
  kind: 'header',
  shape: {
    align: z.enum(['left', 'center']).default('left'),
    aside: lineOrNothing(80).default(''),
    size: z.enum(['small', 'normal', 'large']).default('normal'),
    font: z.enum(FONT_NAMES).optional(),
  },
  defaults: () => ({}),
  toMjml: (props, drawing, padding) => {
    const { brand, look } = drawing;
    const size = { small: 15, normal: 18, large: 26 }[props.size];
    const height = { small: 24, normal: 32, large: 44 }[props.size];
    const name = brand.logo
      ? `<img src="${escapeAttribute(brand.logo)}" alt="${escapeAttribute(brand.company)}" height="${height}" style="display:inline-block;height:${height}px;width:auto;border:0;font-size:${size}px;font-weight:bold">`
      : `<span ${styled(drawing, 'i', `font-family:${FONTS[props.font ?? look.headings]};font-size:${size}px;line-height:${size + 8}px;font-weight:bold;letter-spacing:-0.2px`)}>{{ company.name }}</span>`;
    const aside = props.aside
      ? `<td align="right" ${styled(drawing, 'm', 'font-size:14px;line-height:20px;padding-left:16px')}>${escapeText(props.aside)}</td>`
      : '';
    return `<mj-text padding="${padding}"><table ${LAYOUT} width="100%"><tr><td align="${props.align}">${name}</td>${aside}</tr></table></mj-text>`;
  },
  toText: ({ aside }) => ['{{ company.name }}', aside].filter(Boolean).join(' · '),
});
