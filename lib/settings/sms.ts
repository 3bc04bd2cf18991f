import { z } from 'zod';
import { whole } from './bounds';

export const SPARINGS = ['where_it_saves', 'always', 'never'] as const;
/** Whether a character that makes a text message dear is written in another way: only where that saves a part, wherever it can be, or not at all. */
export type Sparing = (typeof SPARINGS)[number];

/** Text messages: how what makes one dear is written, and of how many parts one may be. */
export const sms = {
  sparing: z.enum(SPARINGS).default('where_it_saves'),
  maxSegments: whole(1, 10).default(6),
};
