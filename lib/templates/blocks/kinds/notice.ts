import { z } from 'zod';
import { defineBlock } from '../block';
import { lineOrNothing, STRONG_OF_TONE, SURFACE_OF_TONE, tone } from '../fields';
import { escapeText } from '../liquid-text';
import { colours, cornersOf, filled, LAYOUT, linkAttributes, styled } from '../look/styles';
import { RichText } from '../rich-text/schema';
import { richToHtml } from '../rich-text/to-html';
import { richToText } from '../rich-text/to-text';
import { richText } from '../rich-text/write';

/** Never by colour alone. */
const SIGNS = { info: 'i', success: '✓', warning: '!', danger: '!' } as const;

export const notice = defineBlock({
  kind: 'notice',
  shape: {
    tone: tone.default('info'),
    title: lineOrNothing(200).default(''),
    content: RichText,
    look: z.enum(['box', 'bar']).default('box'),
  },
  defaults: (language) => ({
    content: richText(language === 'es' ? 'Algo que conviene saber.' : 'Something worth knowing.'),
  }),
  toMjml: (props, drawing, padding) => {
    const surface = SURFACE_OF_TONE[props.tone];
    const strong = STRONG_OF_TONE[props.tone];
    const { ground } = colours(drawing, strong);
    const title = props.title
      ? `<p ${styled(drawing, 'i', 'margin:0 0 4px;font-size:16px;line-height:22px;font-weight:bold', surface)}>${escapeText(props.title)}</p>`
      : '';
    const words = `<div ${styled(drawing, 'i', 'font-size:15px;line-height:23px', surface)}>${richToHtml(props.content, { link: linkAttributes(drawing, surface), gap: 8 })}</div>`;
    const edge = props.look === 'bar' ? `;border-left:5px solid ${ground}` : '';
    const corners = props.look === 'bar' ? 0 : cornersOf(drawing);
    const sign =
      props.look === 'box'
        ? `<td width="24" valign="top" style="padding:0 12px 0 0"><div ${filled(drawing, strong, `width:24px;height:24px;border-radius:12px;font-size:14px;line-height:24px;font-weight:bold;text-align:center`)}>${SIGNS[props.tone]}</div></td>`
        : '';
    const cell = styled(drawing, 'g', `padding:16px 18px;border-radius:${corners}px${edge}`, surface);
    return `<mj-text padding="${padding}"><table ${LAYOUT} width="100%" style="border-collapse:separate"><tr><td ${cell}><table ${LAYOUT} width="100%"><tr>${sign}<td valign="top">${title}${words}</td></tr></table></td></tr></table></mj-text>`;
  },
  toText: ({ title, content }) => [title && `** ${title}`, richToText(content)].filter(Boolean).join('\n'),
});
