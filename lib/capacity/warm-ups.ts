import { CachedFor } from '@/lib/async/cached-for';
import { sql } from '@/lib/database/db';
import type { WarmUpStanding } from '@/lib/routing/warm-up';
import { windowAt } from '@/lib/routing/windows';
import { hasRoomInHand, type Lease, leaseRoom } from './leases';
import { type Limited, usedIn } from './limits';

const MAX_AGE_MS = 1_000;

/** One at this moment, with the provider's clock that its days go by. */
type Known = WarmUpStanding & { timeZone: string | null };

const cache = new CachedFor<Known[]>(MAX_AGE_MS, read);

/** Providers that are being warmed up, and whether something is left of today; known for a second. */
export function warmUpStandings(): Promise<Known[]> {
  return cache.get(undefined);
}

/** For tests, and for the process that made a change. */
export function forgetWarmUps(): void {
  cache.forget();
}

/**
 * Room in what a warm-up allows today, to the very recipient over all workers: leased as the limits of providers are, and without a buffer, as
 * nobody else counts it.
 */
export async function leaseWarmUp(warmUp: Known, units: number): Promise<Lease> {
  const lease = await leaseRoom(limitedBy(warmUp), units, true);
  if (!lease.ok) forgetWarmUps();
  return lease;
}

function limitedBy({ id, allowance, timeZone }: Known): Limited {
  return { id, limits: { day: allowance }, timeZone, budget: null, costMicros: 0, monthlyFeeMicros: 0 };
}

type Row = Omit<Known, 'isUsed' | 'until'> & { now: Date; startsAt: Date | null; used: number | null };

async function read(): Promise<Known[]> {
  const rows = await sql()<Row[]>`
    select w.id, w.provider_id as "providerId", w.domain, w.day, w.allowance, p.time_zone as "timeZone", now() as now,
      u.starts_at as "startsAt", u.used::float8 as used
    from warm_ups w
    join providers p on p.id = w.provider_id
    left join usage_windows u on u.owner_id = w.id and u.unit = 'day'
    where w.state = 'running'`;
  return rows.map(({ now, startsAt, used, ...row }) => {
    const window = windowAt('day', now, row.timeZone);
    const usage = startsAt === null ? [] : [{ unit: 'day', startsAt, used: used ?? 0 }];
    const isUsed = usedIn(usage, 'day', window.startsAt) >= row.allowance && !hasRoomInHand(row.id);
    return { ...row, isUsed, until: window.endsAt };
  });
}
