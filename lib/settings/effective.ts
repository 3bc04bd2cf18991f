import type { ProviderOverrides } from './overrides-schema';
import type { DeliverySettings } from './schema';

/** What holds for one provider. `pace.connections`: at once, over all workers; absent: as its own settings say. */
export type EffectiveDelivery = Pick<DeliverySettings, 'breaker' | 'retries'> & {
  pace: DeliverySettings['pace'] & { connections?: number };
};

/** The delivery settings with what a provider has of its own laid over them. */
export function effectiveFor(
  { breaker, retries, pace }: Pick<DeliverySettings, 'breaker' | 'retries' | 'pace'>,
  overrides: ProviderOverrides,
): EffectiveDelivery {
  return {
    breaker: over(breaker, overrides.breaker),
    retries: over(retries, overrides.retries),
    pace: over<EffectiveDelivery['pace']>(pace, overrides.pace),
  };
}

type Own<T> = { [K in keyof T]?: T[K] | undefined };

/** An own value that is not there takes nothing away. */
function over<T extends object>(settings: T, own: Own<T> = {}): T {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(given) };
}
