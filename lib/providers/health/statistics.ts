import { scopedSql } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { deliveryFigures } from '@/lib/metrics/figures';
import { fromMicros } from '@/lib/money';
import { getProvider } from '@/lib/providers/get';
import { windowAt } from '@/lib/routing/windows';
import type { ProviderStatistics } from './report-schema';

type Row = {
  sent: number;
  captured: number;
  failed: number;
  faulty: number;
  sentToday: number;
  sentThisMonth: number;
  capturedToday: number;
  capturedThisMonth: number;
  consecutiveFailures: number;
  costThisMonth: number;
  costTotal: number;
  durationMs: number;
  lastUsedAt: Date | null;
  lastCheckAt: Date | null;
};

/** From the figures that each delivery adds to, so it costs the same however many messages there were. @throws AppError not_found */
export async function getProviderStatistics(
  ctx: Context,
  { id }: { id: string },
): Promise<ProviderStatistics> {
  const provider = await getProvider(ctx, id);
  const { timeZone } = await settingsFor(ctx.companyId);
  const [today, month] = (['day', 'month'] as const).map(
    (unit) => windowAt(unit, new Date(), timeZone).startsAt,
  );
  const [row] = await sql()<[Row]>`
    select
      coalesce(sum(attempts_sent), 0)::float8 as sent,
      coalesce(sum(attempts_captured), 0)::float8 as captured,
      coalesce(sum(attempts_failed), 0)::float8 as failed,
      coalesce(sum(attempts_faulty), 0)::float8 as faulty,
      coalesce(sum(attempts_sent) filter (where at >= ${today!}), 0)::float8 as "sentToday",
      coalesce(sum(attempts_sent) filter (where at >= ${month!}), 0)::float8 as "sentThisMonth",
      coalesce(sum(attempts_captured) filter (where at >= ${today!}), 0)::float8 as "capturedToday",
      coalesce(sum(attempts_captured) filter (where at >= ${month!}), 0)::float8 as "capturedThisMonth",
      coalesce(sum(cost_micros) filter (where at >= ${month!}), 0)::float8 as "costThisMonth",
      coalesce(sum(cost_micros), 0)::float8 as "costTotal",
      coalesce(sum(duration_ms_sum), 0)::float8 as "durationMs",
      max(last_used_at) as "lastUsedAt",
      coalesce((select consecutive_failures from provider_health where provider_id = ${provider.id}), 0)
        as "consecutiveFailures",
      (select created_at from provider_tests where provider_id = ${provider.id} order by id desc limit 1)
        as "lastCheckAt"
    from ${deliveryFigures({ hoursFrom: month })} figures
    where provider_id = ${provider.id} and ${scopedSql(ctx)}`;
  return view(row);
}

function view({ durationMs, faulty, costThisMonth, costTotal, lastUsedAt, lastCheckAt, ...row }: Row) {
  const attempts = row.sent + row.captured + row.failed;
  return {
    ...row,
    successRate: attempts > 0 ? (attempts - faulty) / attempts : null,
    costThisMonth: fromMicros(costThisMonth),
    costTotal: fromMicros(costTotal),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    lastCheckAt: lastCheckAt?.toISOString() ?? null,
    averageMs: attempts > 0 ? Math.round(durationMs / attempts) : null,
  };
}
