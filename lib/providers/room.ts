import { sql } from '@/lib/db';
import { currentSettings } from '@/lib/settings/current';
import { cachedProviders } from './cache';
import { limitsOf, usedIn } from './limits';

/** For how many recipients a provider's limits have room at this moment, those of its messages that are not urgent; Infinity: nothing limits it. */
export async function roomOf(providerId: string): Promise<number> {
  const [providers, { delivery }] = await Promise.all([cachedProviders(), currentSettings()]);
  const provider = providers.find(({ row }) => row.id === providerId);
  if (!provider) return 0;
  const policy = { urgent: false, bufferPercent: delivery.limits.bufferPercent };
  const usage = await sql()<{ unit: string; startsAt: Date; used: number }[]>`
    select unit, starts_at as "startsAt", used::float8 from provider_windows where provider_id = ${providerId}`;
  const rooms = limitsOf(provider.row, policy, new Date()).map(({ unit, capacity, perUnit, startsAt }) =>
    capacity === null
      ? Number.POSITIVE_INFINITY
      : Math.floor((capacity - usedIn(usage, unit, startsAt)) / perUnit),
  );
  return Math.max(0, Math.min(...rooms, Number.POSITIVE_INFINITY));
}
