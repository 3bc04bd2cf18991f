import { z } from 'zod';
import { defineBlock, type Language } from '../block';
import { lineOrNothing } from '../fields';
import { escapeText } from '../liquid-text';
import { classOf, styled } from '../look/styles';

const WORDS = {
  en: { questions: 'Questions? Write to us:', call: 'or call', unsubscribe: 'Unsubscribe' },
  es: { questions: '¿Preguntas? Escríbanos:', call: 'o llame al', unsubscribe: 'Darse de baja' },
} as const;

/** Who wrote, where they are, why one gets it, and how to get no more of it. */
export const footer = defineBlock({
  kind: 'footer',
  shape: {
    align: z.enum(['left', 'center']).default('center'),
    /** Why the reader gets it. */
    reason: lineOrNothing(300).default(''),
    contact: z.boolean().default(true),
    /** For marketing: must be there. For receipts and the like: must not. */
    unsubscribe: z.boolean().default(false),
  },
  defaults: () => ({}),
  toMjml: (props, drawing, padding) => {
    const colour = drawing.shades(drawing.surface).light.mute;
    const anchor = (href: string, words: string) => {
      const whole = href.startsWith('tel:') ? 'white-space:nowrap;' : '';
      return `<a href="${href}" ${styled(drawing, 'm', `${whole}text-decoration:underline`)}>${words}</a>`;
    };
    const lines = linesOf(props, drawing.language, anchor);
    return `<mj-text align="${props.align}" padding="${padding}" font-size="14px" line-height="21px" color="${colour}" css-class="${classOf('m', drawing.surface)}">${lines.join('')}</mj-text>`;
  },
  toText: (props, { language }) =>
    linesOf(props, language, (href, words) => (words.startsWith('{{') ? words : `${words}: ${href}`))
      .join('\n')
      .replace(/<\/?(p|strong)[^>]*>/g, '')
      .replaceAll('&#160;', ' '),
});

type Props = { reason: string; contact: boolean; unsubscribe: boolean };

function linesOf(
  { reason, contact, unsubscribe }: Props,
  language: Language,
  anchor: (href: string, words: string) => string,
): string[] {
  const words = WORDS[language];
  const paragraph = (html: string) => `<p style="margin:0 0 8px">${html}</p>`;
  const phone = `{% if company.support_phone %} ${words.call} ${anchor('tel:{{ company.support_phone }}', '{{ company.support_phone }}')}{% endif %}`;
  return [
    ...(contact
      ? [
          `{% if company.support_email %}${paragraph(`${words.questions} ${anchor('mailto:{{ company.support_email }}', '{{ company.support_email }}')}${phone}`)}{% endif %}`,
        ]
      : []),
    ...(reason ? [paragraph(escapeText(reason))] : []),
    paragraph(
      '<strong>{{ company.name }}</strong>{% if company.address %}, {{ company.address }}{% endif %}',
    ),
    ...(unsubscribe ? [paragraph(anchor('{{ unsubscribe_url }}', words.unsubscribe))] : []),
  ];
}
