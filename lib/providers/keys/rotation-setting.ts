import { z } from 'zod';

export const MAX_KEY_GRACE_HOURS = 720;
export const USUAL_KEY_GRACE_HOURS = 24;

/** How old the key in use may become: then another is made where the service's API makes keys, and a person is reminded everywhere else. */
export const KeyRotationSetting = z.strictObject({
  everyDays: z.int().min(1).max(3650),
  graceHours: z
    .int()
    .min(1)
    .max(MAX_KEY_GRACE_HOURS)
    .default(USUAL_KEY_GRACE_HOURS)
    .describe('So long the one from before works on at the service.'),
  automatic: z.boolean().default(true).describe('False: a person is reminded, and nothing is done.'),
});
export type KeyRotationSetting = z.output<typeof KeyRotationSetting>;
