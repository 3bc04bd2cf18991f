import { z } from 'zod';
import { defineBlock } from '../block';

export const spacer = defineBlock({
  kind: 'spacer',
  shape: { height: z.number().int().min(4).max(120).default(24) },
  defaults: () => ({}),
  toMjml: ({ height }) => `<mj-spacer height="${height}px" />`,
  toText: () => '',
});
