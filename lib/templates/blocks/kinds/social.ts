import { z } from 'zod';
import { defineBlock } from '../block';
import { align, line, link } from '../fields';
import { escapeAttribute, escapeText } from '../liquid-text';
import { classOf, linkAttributes } from '../look/styles';

/** By their names: a row of logos is a row of empty boxes wherever pictures are not loaded. */
export const social = defineBlock({
  kind: 'social',
  shape: {
    links: z
      .array(z.strictObject({ name: line(40), href: link }))
      .min(1)
      .max(8),
    align: align.default('center'),
  },
  defaults: () => ({
    links: [
      { name: 'Instagram', href: 'https://www.instagram.com/' },
      { name: 'Facebook', href: 'https://www.facebook.com/' },
    ],
  }),
  toMjml: ({ links, align: side }, drawing, padding) => {
    const drawn = links.map(
      ({ name, href }) =>
        `<a href="${escapeAttribute(href)}" ${linkAttributes(drawing)}>${escapeText(name)}</a>`,
    );
    return `<mj-text align="${side}" padding="${padding}" font-size="15px" line-height="28px" css-class="${classOf('m', drawing.surface)}">${drawn.join('&#160; · &#160;')}</mj-text>`;
  },
  toText: ({ links }) => links.map(({ name, href }) => `${name}: ${href}`).join('\n'),
});
