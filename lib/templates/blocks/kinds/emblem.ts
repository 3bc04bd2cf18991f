import { z } from 'zod';
import { defineBlock } from '../block';
import { align, line, surface } from '../fields';
import { escapeText } from '../liquid-text';
import { filled, LAYOUT } from '../look/styles';

const SIGNS = {
  check: '✓',
  exclamation: '!',
  info: 'i',
  question: '?',
  plus: '+',
  heart: '♥',
  star: '★',
} as const;

/** A sign in a circle, made of text: it is there without pictures, too. Square in Outlook. */
export const emblem = defineBlock({
  kind: 'emblem',
  shape: {
    sign: z
      .enum(['check', 'exclamation', 'info', 'question', 'plus', 'heart', 'star', 'words'])
      .default('check'),
    /** With `words`: one to four characters, or a variable. */
    words: line(60).optional(),
    on: surface.default('accent'),
    size: z.enum(['small', 'normal', 'large']).default('normal'),
    shape: z.enum(['circle', 'square']).default('circle'),
    align: align.default('left'),
  },
  defaults: () => ({}),
  toMjml: (props, drawing, padding) => {
    const pixels = { small: 40, normal: 60, large: 92 }[props.size];
    const words = props.sign === 'words' ? (props.words ?? '') : SIGNS[props.sign];
    const radius = props.shape === 'circle' ? pixels / 2 : Math.round(pixels / 6);
    const cell = filled(
      drawing,
      props.on,
      `border-radius:${radius}px;font-size:${Math.round(pixels * (props.sign === 'words' ? 0.44 : 0.5))}px;line-height:${pixels}px;font-weight:bold;text-align:center;white-space:nowrap`,
    );
    return `<mj-text align="${props.align}" padding="${padding}"><table ${LAYOUT} align="${props.align}" style="border-collapse:separate${props.align === 'center' ? ';margin:0 auto' : ''}"><tr><td width="${pixels}" height="${pixels}" align="center" ${cell}>${escapeText(words)}</td></tr></table></mj-text>`;
  },
  toText: ({ sign, words }) => (sign === 'words' ? (words ?? '') : ''),
});
