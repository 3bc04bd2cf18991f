import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { whole } from './bounds';
import { categories, distinct } from './categories';

/** Those whose messages can wait for the morning. */
export const QUIET_CHANNELS = ['sms', 'whatsapp', 'email', 'telegram', 'slack'] as const;

/**
 * When people are left alone: what nobody waits for goes in the morning, by the clocks of who gets it, else of the company. The same hour
 * twice: never.
 */
export const quietHours = {
  categories: categories.default(['marketing']),
  channels: z
    .array(z.enum(QUIET_CHANNELS))
    .max(QUIET_CHANNELS.length)
    .refine(distinct, flaw('twice'))
    .default(['sms', 'whatsapp']),
  fromHour: whole(0, 23).default(21),
  untilHour: whole(0, 23).default(8),
};
