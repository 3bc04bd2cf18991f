import type { ProviderRow } from '@/drizzle/schema/providers';
import { sql } from '@/lib/database/db';
import { currentSettings } from '@/lib/settings/current';
import { limitsOf, usedIn } from './limits';

/** For how many recipients a provider's limits have room at this moment, those of its messages that are not urgent; Infinity: nothing limits it. */
export async function roomOf(row: ProviderRow): Promise<number> {
  const { delivery } = await currentSettings();
  const policy = { urgent: false, bufferPercent: delivery.limits.bufferPercent };
  const usage = await sql()<{ unit: string; startsAt: Date; used: number }[]>`
    select unit, starts_at as "startsAt", used::float8 from usage_windows where owner_id = ${row.id}`;
  const rooms = limitsOf(row, policy, new Date()).map(({ unit, capacity, perUnit, startsAt }) =>
    capacity === null
      ? Number.POSITIVE_INFINITY
      : Math.floor((capacity - usedIn(usage, unit, startsAt)) / perUnit),
  );
  return Math.max(0, Math.min(...rooms, Number.POSITIVE_INFINITY));
}
