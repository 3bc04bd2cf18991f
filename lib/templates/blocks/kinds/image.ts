import { z } from 'zod';
import { defineBlock } from '../block';
import { align, line, link } from '../fields';
import { escapeAttribute, withoutLiquid } from '../liquid-text';
import { classOf, cornersOf } from '../look/styles';

export const image = defineBlock({
  kind: 'image',
  shape: {
    src: link,
    /** Read where pictures are not shown; '' where it only adorns. */
    alt: z.union([z.literal(''), line(125)]),
    href: link.optional(),
    /** Of the column. */
    widthPercent: z.number().int().min(10).max(100).default(100),
    /** Height by width: Outlook needs both in pixels. */
    ratio: z.number().min(0.05).max(3).optional(),
    align: align.default('center'),
  },
  defaults: (language) => ({
    src: 'https://example.com/picture.png',
    alt: language === 'es' ? 'Describa la imagen' : 'Describe the picture',
  }),
  toMjml: (props, drawing, padding) => {
    const width = Math.round((drawing.width * props.widthPercent) / 100);
    const height = props.ratio ? ` height="${Math.round(width * props.ratio)}px"` : '';
    const classes = classOf('i', drawing.surface) + (props.ratio ? ' pic' : '');
    const href = props.href ? ` href="${escapeAttribute(props.href)}"` : '';
    return `<mj-image src="${escapeAttribute(props.src)}" alt="${escapeAttribute(props.alt)}" width="${width}px"${height}${href} align="${props.align}" border-radius="${cornersOf(drawing)}px" padding="${padding}" css-class="${classes}" />`;
  },
  toText: ({ alt, href }) => {
    if (!withoutLiquid(alt, String).trim()) return '';
    return href ? `[${alt}] (${href})` : `[${alt}]`;
  },
});
