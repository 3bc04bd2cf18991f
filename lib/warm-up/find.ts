import { and, desc, eq, sql as fragment } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { warmUps } from '@/drizzle/schema/warm-ups';
import { usedIn } from '@/lib/capacity/limits';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { PLANS } from '@/lib/routing/warm-up';
import { windowAt } from '@/lib/routing/windows';
import type { WarmUpView } from './schema';

type Row = typeof warmUps.$inferSelect & { name: string; timeZone: string | null };

/** The newest first, of one provider or of all that one may see. */
export async function listWarmUps(
  ctx: Context,
  { provider }: { provider?: string } = {},
): Promise<{ data: WarmUpView[] }> {
  const rows = await db()
    .select({ warmUp: warmUps, name: providers.name, timeZone: providers.timeZone })
    .from(warmUps)
    .innerJoin(providers, eq(providers.id, warmUps.providerId))
    .where(
      and(
        scoped(ctx, providers.companyId, 'shared'),
        provider ? fragment`${provider} in (${providers.id}::text, ${providers.name})` : undefined,
      ),
    )
    .orderBy(desc(warmUps.id))
    .limit(1000);
  const views = rows.map(({ warmUp, name, timeZone }) => viewWarmUp({ ...warmUp, name, timeZone }));
  return { data: await Promise.all(views) };
}

export async function viewWarmUp(row: Row): Promise<WarmUpView> {
  const { id, providerId, name, timeZone, domain, plan, state, day, allowance, history, createdAt } = row;
  const { days, source } = PLANS[plan];
  const usage = await sql()<{ unit: string; startsAt: Date; used: number }[]>`
    select unit, starts_at as "startsAt", used::float8 as used from usage_windows where owner_id = ${id}`;
  return {
    id,
    provider: { id: providerId, name },
    domain,
    plan,
    state,
    day: Math.min(day + 1, days.length),
    days: days.length,
    allowance,
    used: usedIn([...usage], 'day', windowAt('day', new Date(), timeZone).startsAt),
    planned: [...days],
    source,
    history,
    createdAt: createdAt.toISOString(),
  };
}
