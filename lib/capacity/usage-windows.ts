import { eq } from 'drizzle-orm';
import { usageWindows } from '@/drizzle/schema/capacity';
import { sql, type Transaction } from '@/lib/database/db';
import { deliveryFigures } from '@/lib/metrics/figures';
import type { LimitUnit } from '@/lib/routing/types';
import type { Limit } from './limits';

export type Grant = { units: number /** The limit that refused more. */; binding: LimitUnit | null };

/**
 * Takes up to `asked` units of the allowance of a provider or company, as many as all its limits have room for, in one statement: what one
 * worker was granted no other one can be. Rows in the order of their keys, so that two workers never wait in a circle.
 */
export async function leaseUnits(ownerId: string, limits: Limit[], asked: number): Promise<Grant> {
  const rows = await sql()<{ unit: LimitUnit; units: number }[]>`
    with wanted as (
      select * from jsonb_to_recordset(${rowsOf(limits)}) as n(unit text, starts_at timestamptz, capacity bigint, per_unit bigint)
    ),
    held as (
      select n.*, case when w.starts_at >= n.starts_at then w.used else 0 end as used
      from usage_windows w join wanted n on n.unit = w.unit
      where w.owner_id = ${ownerId}
      order by w.unit
      for update of w
    ),
    rooms as (
      select *, case when capacity is null then ${asked}::bigint else greatest(0, (capacity - used) / per_unit) end as room from held
    ),
    -- Nothing at all while one of the windows is still missing.
    granted as (
      select least(${asked}::bigint, min(room)) as units from rooms having count(*) = (select count(*) from wanted)
    ),
    taken as (
      update usage_windows w
      set used = r.used + g.units * r.per_unit, starts_at = greatest(w.starts_at, r.starts_at)
      from rooms r, granted g
      where w.owner_id = ${ownerId} and w.unit = r.unit
      returning w.unit
    )
    select r.unit, g.units::int from rooms r, granted g, (select count(*) from taken) t order by r.room`;
  if (rows.length < limits.length) {
    await ensureWindows(ownerId, limits);
    return leaseUnits(ownerId, limits, asked);
  }
  const { units, unit } = rows[0]!;
  return { units, binding: units < asked ? unit : null };
}

/** A limit that is new begins with what its window has seen already. */
async function ensureWindows(ownerId: string, limits: Limit[]): Promise<void> {
  for (const { unit, startsAt, perUnit } of limits)
    await sql()`
      insert into usage_windows (owner_id, unit, starts_at, used)
      select ${ownerId}, ${unit}, ${startsAt},
        coalesce(sum(${unit === 'budget' ? sql()`cost_micros` : sql()`recipients_sent * ${perUnit}`}), 0)
      from ${deliveryFigures({ from: startsAt })} figures where (provider_id = ${ownerId} or company_id = ${ownerId}) and at >= ${startsAt}
      on conflict do nothing`;
}

/** Units that were leased and not spent; those of a window that has ended are worth nothing. */
export async function giveBackUnits(ownerId: string, limits: Limit[], units: number): Promise<void> {
  await sql()`
    update usage_windows w
    set used = greatest(0, w.used - ${units}::bigint * n.per_unit)
    from (
      select * from jsonb_to_recordset(${rowsOf(limits)}) as n(unit text, starts_at timestamptz, per_unit bigint) order by unit
    ) n
    where w.owner_id = ${ownerId} and w.unit = n.unit and w.starts_at = n.starts_at`;
}

/** The provider itself says that it takes no more until then. */
export async function noteQuota(providerId: string, until: Date): Promise<void> {
  await sql()`
    insert into usage_windows (owner_id, unit, starts_at, full_until)
    select ${providerId}, 'provider', now(), ${until} where exists (select from providers where id = ${providerId})
    on conflict (owner_id, unit) do update set starts_at = excluded.starts_at, full_until = excluded.full_until`;
}

/** Somebody changed the provider: whether it still takes no more is asked anew. */
export async function forgetQuota(tx: Transaction, ownerId: string): Promise<void> {
  await tx.update(usageWindows).set({ fullUntil: null }).where(eq(usageWindows.ownerId, ownerId));
}

/** Nightly: a company takes no rows along when it is deleted, for it knows nothing of them. */
export async function forgetOwnerless(): Promise<void> {
  await sql()`
    delete from usage_windows w
    where not exists (select from providers where id = w.owner_id) and not exists (select from companies where id = w.owner_id)
      and not exists (select from warm_ups where id = w.owner_id)`;
}

/** Its owner is being deleted. */
export async function forgetWindows(tx: Transaction, ownerId: string): Promise<void> {
  await tx.delete(usageWindows).where(eq(usageWindows.ownerId, ownerId));
}

function rowsOf(limits: Limit[]) {
  return sql().json(
    limits.map(({ unit, startsAt, capacity, perUnit }) => ({
      unit,
      starts_at: startsAt,
      capacity,
      per_unit: perUnit,
    })),
  );
}
