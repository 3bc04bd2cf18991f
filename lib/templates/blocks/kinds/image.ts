import { z } from 'zod';
import { defineBlock } from '../block';
import { align, line, link, picture } from '../fields';
import { escapeAttribute, withoutLiquid } from '../liquid-text';
import { classOf, cornersOf } from '../look/styles';

/** Of a picture that only adorns: what judges a mail knows by it that its words are missing on purpose. */
export const ADORNS = 'adorns';

export const image = defineBlock({
  kind: 'image',
  shape: {
    src: picture,
    /** Read where pictures are not shown. */
    alt: z.union([z.literal(''), line(125)]),
    /** It only adorns: there is nothing to say of it. */
    decorative: z.boolean().optional(),
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
  // It is chosen first: nobody's mail shows a picture of ours.
  begins: { src: '' },
  toMjml: (props, drawing, padding) => {
    const width = Math.round((drawing.width * props.widthPercent) / 100);
    const height = props.ratio ? ` height="${Math.round(width * props.ratio)}px"` : '';
    const isAdornment = props.decorative === true && !props.href;
    const marks = `${props.ratio ? ' pic' : ''}${isAdornment ? ` ${ADORNS}` : ''}`;
    const classes = classOf('i', drawing.surface) + marks;
    const alt = isAdornment ? '' : escapeAttribute(props.alt);
    const href = props.href ? ` href="${escapeAttribute(props.href)}"` : '';
    return `<mj-image src="${escapeAttribute(props.src)}" alt="${alt}" width="${width}px"${height}${href} align="${props.align}" border-radius="${cornersOf(drawing)}px" padding="${padding}" css-class="${classes}" />`;
  },
  toText: ({ alt, href, decorative }) => {
    if (decorative && !href) return '';
    if (!withoutLiquid(alt, String).trim()) return '';
    return href ? `[${alt}] (${href})` : `[${alt}]`;
  },
});
