import { z } from 'zod';
import { defineBlock } from '../block';
import { align } from '../fields';
import { classOf, linkAttributes } from '../look/styles';
import { RichText } from '../rich-text/schema';
import { richToHtml } from '../rich-text/to-html';
import { richToText } from '../rich-text/to-text';
import { richText } from '../rich-text/write';

const SIZES = { small: 14, normal: 16, large: 19 } as const;

export const text = defineBlock({
  kind: 'text',
  shape: {
    content: RichText,
    size: z.enum(['small', 'normal', 'large']).default('normal'),
    align: align.default('left'),
    muted: z.boolean().default(false),
  },
  defaults: (language) => ({
    content: richText(language === 'es' ? 'Escriba aquí su texto.' : 'Write your text here.'),
  }),
  toMjml: (props, drawing, padding) => {
    const { light } = drawing.shades(drawing.surface);
    const size = SIZES[props.size];
    const html = richToHtml(props.content, { link: linkAttributes(drawing), gap: Math.round(size * 0.8) });
    return `<mj-text align="${props.align}" padding="${padding}" font-size="${size}px" line-height="${Math.round(size * 1.55)}px" color="${props.muted ? light.mute : light.ink}" css-class="${classOf(props.muted ? 'm' : 'i', drawing.surface)}">${html}</mj-text>`;
  },
  toText: ({ content }) => richToText(content),
});
