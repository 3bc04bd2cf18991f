import { z } from 'zod';

const MAX_RETRIES = 20;
const WEEK_MINUTES = 7 * 24 * 60;

export const whole = (min: number, max: number) => z.number().int().min(min).max(max);

export const percent = (min = 0) => whole(min, 100);

const minutes = z.array(z.number().positive().max(WEEK_MINUTES)).max(MAX_RETRIES);

/** Of the delivery settings that a provider may have its own value of: what is allowed, for all and for one. */
export const BOUNDS = {
  breaker: { failures: whole(1, 1_000), openSeconds: whole(1, 86_400) },
  retries: {
    faultMinutes: minutes,
    deferralMinutes: minutes,
    immediateTries: whole(1, 3),
    immediateDelaySeconds: whole(1, 30),
  },
  pace: { failOverAfterSeconds: whole(1, 86_400) },
};
