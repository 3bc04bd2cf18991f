import { cachedCompanies } from '@/lib/companies/cache';
import { type Context, jobContext } from '@/lib/context';
import type { Metrics, MetricsByProvider } from '@/lib/metrics/schema';
import { getMetrics, getMetricsByProvider } from '@/lib/statistics/metrics';
import { lastPeriod, type Period } from './periods';
import type { ReportRow } from './rows';

export type ReportFigures = {
  period: Period;
  metrics: Metrics;
  byProvider: MetricsByProvider;
  /** Whose they are; null: all companies, or there are none. */
  company: string | null;
};

/** What the report of the last period that is over tells: the same figures as the panel's analytics. */
export async function readReport(row: ReportRow, now: Date): Promise<ReportFigures> {
  const { frequency, timeZone, companyId } = row;
  const period = lastPeriod({ frequency, timeZone }, now);
  const asked = {
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    interval: frequency === 'daily' ? ('hour' as const) : ('day' as const),
    timeZone,
  };
  const ctx: Context = { ...jobContext('send-reports'), companyId };
  const [metrics, byProvider, companies] = await Promise.all([
    getMetrics(ctx, { ...asked, compare: 'previous' }),
    getMetricsByProvider(ctx, asked),
    cachedCompanies(),
  ]);
  const company = companyId === null ? null : (companies.get(companyId)?.name ?? null);
  return { period, metrics, byProvider, company };
}
