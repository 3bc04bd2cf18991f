import { z } from 'zod';

export const OUTSIDE_WINDOW = ['template', 'refuse'] as const;

/** Outside of the 24 hours: what is made with a template goes by the approved one that is bound to it, or not at all. */
export const whatsapp = { outsideWindow: z.enum(OUTSIDE_WINDOW).default('template') };
