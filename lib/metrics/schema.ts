import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { PRIORITIES } from '@/lib/queue/priority';
import { isTimeZone } from '@/lib/settings/known-names';
import { calendarDay, instant, matching } from '@/lib/validation';
import { INTERVALS, type Interval } from './intervals';
import type { Response } from './response-names';

/** More points than a chart or a sheet has use for. */
export const MAX_POINTS = 1_000;
/** Two years: a range for the figures of a business, and none that makes the database read all there is. */
export const MAX_DAYS = 732;

/** By what totals are split, besides the time. */
export const GROUPINGS = [
  'provider',
  'company',
  'category',
  'channel',
  'type',
  'template',
  'campaign',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

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
  /** Ids: figures of one template or one campaign, which are known by company and time alone. */
  template: z.uuid().optional(),
  campaign: z.uuid().optional(),
  /** Whose days these are; absent: the settings say. */
  timeZone: z.string().max(60).refine(isTimeZone, flaw('time_zone')).optional(),
  /** Also the totals of the period before, as long as this one. */
  compare: z.enum(['previous']).optional(),
  /** Also the totals of each of these. */
  by: z.enum(GROUPINGS).optional(),
});
export type MetricsQuery = z.infer<typeof MetricsQuery>;

/** `GET /api/v1/metrics/providers` and of one of them. */
export const ProviderMetricsQuery = MetricsQuery.omit({
  provider: true,
  template: true,
  campaign: true,
  by: true,
  compare: true,
});

/** `GET /api/v1/metrics/campaigns/{id}`. */
export const CampaignMetricsQuery = MetricsQuery.pick({
  from: true,
  to: true,
  interval: true,
  company: true,
  timeZone: true,
  compare: true,
});

/** `GET /api/v1/metrics/queue`. */
export const QueueHistoryQuery = MetricsQuery.pick({
  from: true,
  to: true,
  interval: true,
  company: true,
  channel: true,
  timeZone: true,
}).extend({ priority: z.enum(PRIORITIES).optional() });
export type QueueHistoryQuery = z.infer<typeof QueueHistoryQuery>;

/** `waiting`: for its turn, of all looks of the interval in the middle; null: no worker looked. */
export type QueueHistory = Omit<Period, 'currency'> & {
  data: { at: string; waiting: number | null; oldestSeconds: number | null }[];
};

/** `GET /api/v1/metrics/costs`: without a month the present one. */
export const CostsQuery = z.strictObject({
  month: matching(/^20\d\d-(0[1-9]|1[0-2])$/, flaw('looks_like', { example: '2026-11' })).optional(),
  company: CompanyRef.optional(),
});
export type CostsQuery = z.infer<typeof CostsQuery>;

/** `GET /api/v1/metrics/forecast`. */
export const ForecastQuery = z.strictObject({
  /** Name or id: of it alone. */
  provider: z.string().min(1).max(80).optional(),
  company: CompanyRef.optional(),
});
export type ForecastQuery = z.infer<typeof ForecastQuery>;

/** `low` and `high`: what the least and the most of the weeks would make of it. Money is in decimal strings. */
export type Forecast = {
  at: string;
  timeZone: string;
  currency: string;
  /** Of the last four weeks; with fewer than are needed nothing is foretold. */
  knownDays: number;
  neededDays: number;
  /** How many of the last weeks it is made of. */
  weeks: number;
  /** Messages that come to rest, day by day: two weeks that were, and one to come. Null: too little is known. */
  volume:
    | ({
        data: {
          at: string;
          /** Null: in the future. */
          actual: number | null;
          /** Null: in the past. Of the present day: all of it. */
          expected: number | null;
          low: number | null;
          high: number | null;
        }[];
        nextDays: number;
      } & Record<'expected' | 'low' | 'high', number>)
    | null;
  limits: {
    provider: { id: string; name: string };
    unit: 'day' | 'month';
    used: number;
    capacity: number;
    endsAt: string;
    /** When nothing of it is left; null: not before it renews. */
    usedUp: Record<'expected' | 'earliest' | 'latest', string | null>;
  }[];
  /** At the month's end. */
  budgets: ({
    provider: { id: string; name: string };
    monthly: string;
    used: string;
    endsAt: string;
    exceeded: boolean;
  } & Record<'expected' | 'low' | 'high', string>)[];
};

/** Money is in decimal strings. */
export type MonthCosts = {
  month: string;
  timeZone: string;
  currency: string;
  from: string;
  to: string;
  providers: ProviderMonth[];
  totals: Omit<ProviderMonth, 'provider' | 'costPerMessage' | 'fee' | 'budget'> & { fees: string };
  /** What the same would have cost through one of them alone, the dearest first. `saved` may be less than nothing. */
  instead: { provider: { id: string; name: string }; total: string; saved: string; share: number }[];
};

export type ProviderMonth = {
  /** Null: those that are gone. */
  provider: { id: string; name: string } | null;
  sent: number;
  /** Who is billed for. */
  recipients: number;
  /** The price of now, or of the end of that month. */
  costPerMessage: string | null;
  messages: string;
  fee: string;
  total: string;
  perDelivered: string | null;
  /** At the month's end, if it goes on as it did; null: the month is over, or too young. */
  forecast: string | null;
  budget: { monthly: string; hard: boolean; share: number | null; exceeded: boolean } | null;
};

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
  /** How long attempts took, whatever came of them. */
  took: Percentiles | null;
  /** How long after they were due somebody had taken those that were sent. */
  waited: Percentiles | null;
  rates: Rates;
} & Record<Response, number>;

/** From fixed buckets (`drizzle/latency.ts`), within which values are taken for evenly spread: off by the width of a bucket at most. */
export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number };

/** 0 to 1; null: of nothing. */
export type Rates = {
  /** Of what came to rest: sent, and not come back as a whole. */
  delivery: number | null;
  /** Of what came to rest: a recipient's server refused it. */
  bounce: number | null;
  /** The others of what was sent. */
  complaint: number | null;
  open: number | null;
  click: number | null;
};

export type Period = { interval: Interval; timeZone: string; currency: string; from: string; to: string };

export type Points = { data: (Figures & { at: string })[]; totals: Figures };

export type Metrics = Period &
  Points & {
    /** 0 to 1: how much of the mail should arrive. */
    target: number;
    /** Of the period before, where it was asked for. */
    previous?: { from: string; to: string; totals: Figures };
    /** The most first. `key`: null for none (no company, no type, no provider); `name`: null where nothing has it any more. */
    groups?: { key: string | null; name: string | null; totals: Figures }[];
  };

/** `GET /api/v1/metrics/providers`. Null: of providers that are gone, and of messages that none was asked for. */
export type MetricsByProvider = Period & {
  data: (Points & { provider: { id: string; name: string } | null })[];
};
