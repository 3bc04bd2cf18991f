import { z } from 'zod';
import { defineBlock } from '../block';
import { align, line, link } from '../fields';
import { escapeAttribute, escapeText } from '../liquid-text';
import { classOf, colours, cornersOf, linkAttributes } from '../look/styles';

export const button = defineBlock({
  kind: 'button',
  shape: {
    label: line(80),
    href: link,
    look: z.enum(['filled', 'outline']).default('filled'),
    align: align.default('left'),
    wide: z.boolean().default(false),
    /** The address once more below it, for those whose mail program shows no button. */
    showAddress: z.boolean().default(false),
  },
  defaults: (language) => ({
    label: language === 'es' ? 'Ver más' : 'Read more',
    href: 'https://example.com',
  }),
  toMjml: (props, drawing, padding) => {
    const { surface } = drawing;
    const { accent, onAccent, ink, ground } = colours(drawing, surface);
    const isFilled = props.look === 'filled';
    const look = isFilled
      ? `background-color="${accent}" color="${onAccent}" css-class="${classOf('o', surface)}"`
      : `background-color="${ground}" color="${ink}" border="2px solid ${ink}" css-class="outline-${surface}"`;
    const [top, side, bottom] = padding.split(' ');
    const drawn = `<mj-button href="${escapeAttribute(props.href)}" align="${props.align}" ${look} border-radius="${Math.min(cornersOf(drawing), 10)}px" font-size="16px" line-height="20px" font-weight="bold" inner-padding="14px 26px"${props.wide ? ' width="100%"' : ''} padding="${top} ${side} ${props.showAddress ? '12px' : bottom}">${escapeText(props.label)}</mj-button>`;
    if (!props.showAddress) return drawn;
    const address = `<a href="${escapeAttribute(props.href)}" ${linkAttributes(drawing)}>${escapeText(props.href)}</a>`;
    return `${drawn}<mj-text align="${props.align}" padding="0 ${side} ${bottom}" font-size="14px" line-height="20px" css-class="brk ${classOf('m', surface)}">${address}</mj-text>`;
  },
  toText: ({ label, href }) => `${label}: ${href.replace(/^(mailto|tel):/i, '')}`,
});
