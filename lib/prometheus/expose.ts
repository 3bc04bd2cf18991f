import { getQueue } from '@/lib/backlog/get-queue';
import { cachedCompanies } from '@/lib/companies/cache';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { healthByProvider } from '@/lib/providers/health/health-view';
import { windowAt } from '@/lib/routing/windows';
import { currentSettings } from '@/lib/settings/current';
import { readProviders, readSums, readUndecided, readWindows } from '@/lib/statistics/read';
import { deliveryFamilies } from './deliveries';
import { namesOf, providerFamilies } from './providers';
import { queueFamilies, systemFamilies } from './system';
import { CONTENT_TYPE, toText } from './text';
import { readTotals } from './totals';

/**
 * `GET /api/metrics`, for Prometheus. Labels are providers, channels, categories and states alone: their number does not grow with messages.
 * For a company what is of it; of the processes and the database only whoever sees all is told.
 */
export async function exposeMetrics(ctx: Context): Promise<Response> {
  const now = new Date();
  const [{ general, delivery }, { timeZone }, companies] = await Promise.all([
    currentSettings(),
    settingsFor(ctx.companyId),
    cachedCompanies(),
  ]);
  const [today, month] = (['day', 'month'] as const).map((unit) => windowAt(unit, now, timeZone).startsAt);
  const since = { now, today: today!, month: month! };
  const [totals, providers, health, windows, sums, queue, { uncertain }, system] = await Promise.all([
    readTotals(ctx, now),
    readProviders(ctx),
    healthByProvider(),
    readWindows(),
    readSums(ctx, since),
    getQueue(ctx),
    readUndecided(ctx),
    ctx.companyId === null ? systemFamilies(now) : [],
  ]);
  const names = namesOf(providers, companies);
  const spent = new Map(sums.map(({ id, monthCostMicros }) => [id, monthCostMicros]));
  const { bufferPercent } = delivery.limits;
  const facts = { providers, names, health, windows, spent, bufferPercent, now, month: since.month };
  const text = toText([
    ...deliveryFamilies(totals, names, general.currency),
    ...queueFamilies(queue, uncertain, now),
    ...providerFamilies({ ...facts, companyId: ctx.companyId }),
    ...system,
  ]);
  return new Response(text, { headers: { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' } });
}
