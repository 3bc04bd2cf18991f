import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { calendarDay, instant } from '@/lib/validation';
import { INTERVALS, type Interval } from './intervals';

/** More points than a chart or a sheet has use for. */
export const MAX_POINTS = 1_000;

const moment = z.union([instant, calendarDay]);

/** `GET /api/v1/metrics`. A date alone is all of that day, in the time zone of the settings. */
export const MetricsQuery = z.strictObject({
  from: moment.optional(),
  to: moment.optional(),
  interval: z.enum(INTERVALS).default('day'),
  /** Name or id. */
  provider: z.string().min(1).max(80).optional(),
  category: z.enum(['transactional', 'marketing']).optional(),
  /** Id, key or name. */
  company: CompanyRef.optional(),
  channel: z.string().min(1).max(40).optional(),
  /** The kind of notification. */
  type: z.string().min(1).max(80).optional(),
});
export type MetricsQuery = z.infer<typeof MetricsQuery>;

/** `GET /api/v1/metrics/providers` and of one of them. */
export const ProviderMetricsQuery = MetricsQuery.omit({ provider: true });

/** Messages count when they come to rest, at the provider of their last attempt; attempts, when they end. */
export type Figures = {
  sent: number;
  /** Of those: some of their recipients were refused. */
  partly: number;
  /** Kept in a sandbox: nobody received them. */
  captured: number;
  failed: number;
  parked: number;
  attempts: number;
  /** Attempts in which the provider was at fault. */
  faulty: number;
  slow: number;
  failovers: number;
  averageMs: number | null;
  /** 0 to 1: attempts in which the provider was not at fault; null: no attempts. */
  successRate: number | null;
  /** Decimal string; without monthly fees. */
  cost: string;
};

export type Period = { interval: Interval; timeZone: string; currency: string; from: string; to: string };

export type Points = { data: (Figures & { at: string })[]; totals: Figures };

export type Metrics = Period & Points;

/** `GET /api/v1/metrics/providers`. Null: of providers that are gone, and of messages that none was asked for. */
export type MetricsByProvider = Period & {
  data: (Points & { provider: { id: string; name: string } | null })[];
};
