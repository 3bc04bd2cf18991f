import { z } from 'zod';
import { BOUNDS, whole } from './bounds';

const { breaker, retries, pace } = BOUNDS;

/** Where a provider departs from the delivery settings; what is not named is as they say. */
export const ProviderOverrides = z.strictObject({
  breaker: z
    .strictObject({ failures: breaker.failures.optional(), openSeconds: breaker.openSeconds.optional() })
    .optional(),
  retries: z
    .strictObject({
      faultMinutes: retries.faultMinutes.optional(),
      deferralMinutes: retries.deferralMinutes.optional(),
      immediateTries: retries.immediateTries.optional(),
      immediateDelaySeconds: retries.immediateDelaySeconds.optional(),
    })
    .optional(),
  pace: z
    .strictObject({
      failOverAfterSeconds: pace.failOverAfterSeconds.optional(),
      /** At once, over all workers. */
      connections: whole(1, 1_000).optional(),
    })
    .optional(),
});
export type ProviderOverrides = z.infer<typeof ProviderOverrides>;

/** Without sections that name nothing. */
export function withoutEmpty(overrides: ProviderOverrides): ProviderOverrides {
  return Object.fromEntries(
    Object.entries(overrides).filter(([, section]) => section && Object.keys(section).length > 0),
  );
}
