import { z } from 'zod';
import { defineBlock } from '../block';
import { classOf, colours } from '../look/styles';

export const divider = defineBlock({
  kind: 'divider',
  shape: {
    look: z.enum(['solid', 'dashed', 'dotted', 'thick']).default('solid'),
    widthPercent: z.number().int().min(5).max(100).default(100),
  },
  defaults: () => ({}),
  toMjml: ({ look, widthPercent }, drawing, padding) => {
    const { line, ink } = colours(drawing, drawing.surface);
    const thick = look === 'thick';
    return `<mj-divider border-style="${thick ? 'solid' : look}" border-width="${thick ? 3 : look === 'solid' ? 1 : 2}px" border-color="${thick ? ink : line}" width="${widthPercent}%" align="left" padding="${padding}" css-class="${thick ? `thick-${drawing.surface}` : classOf('l', drawing.surface)}" />`;
  },
  toText: () => '---',
});
