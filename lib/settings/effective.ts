import type { ProviderOverrides } from '@/drizzle/schema/providers';
import type { DeliverySettings } from './schema';

/** The delivery settings as they hold for one provider: its own values go before the general ones. */
export function effectiveFor(
  { breaker, retries, pace }: DeliverySettings,
  overrides: ProviderOverrides,
): Pick<DeliverySettings, 'breaker' | 'retries' | 'pace'> {
  const { connections: _connections, ...ownPace } = overrides.pace ?? {};
  return {
    breaker: { ...breaker, ...overrides.breaker },
    retries: { ...retries, ...overrides.retries },
    pace: { ...pace, ...ownPace },
  };
}
