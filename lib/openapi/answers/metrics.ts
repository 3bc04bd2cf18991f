import { z } from 'zod';
import { INTERVALS } from '@/lib/metrics/intervals';
import { RESPONSES, type Response } from '@/lib/metrics/response-names';
import type {
  Figures,
  Forecast,
  Metrics,
  MetricsByProvider,
  MonthCosts,
  QueueHistory,
} from '@/lib/metrics/schema';
import { answerOf, named } from '../named';
import { Count, Money, Reference, Share, Time } from './parts';

const Milliseconds = z.number().min(0);
const Percentiles = named(
  'Percentiles',
  z.strictObject({ p50Ms: Milliseconds, p95Ms: Milliseconds, p99Ms: Milliseconds }),
);
const responses = Object.fromEntries(RESPONSES.map((name) => [name, Count])) as Record<
  Response,
  typeof Count
>;
const Rates = named(
  'Rates',
  z.strictObject({
    delivery: Share.nullable().describe('Of what came to rest: sent, and not come back as a whole.'),
    bounce: Share.nullable().describe(
      "Of what came to rest: refused by a recipient's server, at once or later.",
    ),
    complaint: Share.nullable().describe('Of what was sent, as `open` and `click`.'),
    open: Share.nullable().describe('By people: what machines fetch is `machineOpened`.'),
    click: Share.nullable(),
  }),
);

const figures = {
  sent: Count,
  partly: Count.describe('Of those sent: some of their recipients were refused.'),
  captured: Count.describe('Kept in a sandbox: nobody received them.'),
  failed: Count,
  parked: Count,
  attempts: Count,
  faulty: Count.describe('Attempts in which the provider was at fault.'),
  slow: Count,
  failovers: Count,
  averageMs: z.number().nullable(),
  successRate: Share.nullable().describe('Attempts in which the provider was not at fault.'),
  cost: Money,
  ...responses,
  took: Percentiles.nullable().describe(
    'How long attempts took, from buckets that end at 0.1, 0.25, 0.5, 1, 2.5, 5, 10 and 30 s: off by the width of one at most.',
  ),
  waited: Percentiles.nullable().describe(
    'How long after they were due messages had been taken, from buckets that end at 1, 5, 15 s, 1, 5, 15 min, 1 and 4 h.',
  ),
  rates: Rates,
};
const FiguresAnswer = answerOf<Figures>()('Figures', z.strictObject(figures));
const points = {
  data: z.array(named('FiguresAt', z.strictObject({ ...figures, at: Time }))),
  totals: FiguresAnswer,
};
const period = {
  interval: z.enum(INTERVALS),
  timeZone: z.string(),
  currency: z.string(),
  from: Time,
  to: Time,
};
export const MetricsAnswer = answerOf<Metrics>()(
  'Metrics',
  z.strictObject({
    ...period,
    target: Share.describe('How much of the mail should arrive, as the settings say.'),
    ...points,
    previous: z
      .strictObject({ from: Time, to: Time, totals: FiguresAnswer })
      .optional()
      .describe('With `compare=previous`: the period before, as long as this one.'),
    groups: z
      .array(
        z.strictObject({ key: z.string().nullable(), name: z.string().nullable(), totals: FiguresAnswer }),
      )
      .optional()
      .describe('With `by`: the totals of each, the most first. `key` null: of none.'),
  }),
);
export const MetricsByProviderAnswer = answerOf<MetricsByProvider>()(
  'MetricsByProvider',
  z.strictObject({
    ...period,
    data: z.array(z.strictObject({ ...points, provider: Reference.nullable() })),
  }),
);

const month = {
  sent: Count,
  recipients: Count.describe('Who is billed for.'),
  messages: Money,
  total: Money,
  perDelivered: Money.nullable(),
  forecast: Money.nullable().describe(
    "At the month's end, if it goes on as it did; null: it is over, or too young to tell.",
  ),
};
export const MonthCostsAnswer = answerOf<MonthCosts>()(
  'MonthCosts',
  z.strictObject({
    month: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    from: Time,
    to: Time,
    providers: z.array(
      z.strictObject({
        ...month,
        provider: Reference.nullable().describe('Null: those that are gone.'),
        costPerMessage: Money.nullable(),
        fee: Money,
        budget: z
          .strictObject({
            monthly: Money,
            hard: z.boolean(),
            share: z.number().nullable(),
            exceeded: z.boolean(),
          })
          .nullable(),
      }),
    ),
    totals: z.strictObject({ ...month, fees: Money }),
    instead: z
      .array(z.strictObject({ provider: Reference, total: Money, saved: Money, share: z.number() }))
      .describe(
        'What the same recipients would have cost through one of them alone, by the prices of each day and with its fee, the dearest first. Free allowances and discounts by volume are not known.',
      ),
  }),
);

const band = { expected: Count, low: Count, high: Count };
const moneyBand = { expected: Money, low: Money, high: Money };
export const ForecastAnswer = answerOf<Forecast>()(
  'Forecast',
  z.strictObject({
    at: Time,
    timeZone: z.string(),
    currency: z.string(),
    knownDays: Count.describe('Days of the last four weeks of which there are figures.'),
    neededDays: Count,
    weeks: Count.describe('How many of the last weeks it is made of; 0: too little is known.'),
    volume: z
      .strictObject({
        ...band,
        nextDays: Count.describe('Of how many days `expected` is the sum.'),
        data: z.array(
          z.strictObject({
            at: Time,
            actual: Count.nullable(),
            expected: Count.nullable().describe('Of the present day: what was so far, and of the rest.'),
            low: Count.nullable(),
            high: Count.nullable(),
          }),
        ),
      })
      .nullable(),
    limits: z.array(
      z.strictObject({
        provider: Reference,
        unit: z.enum(['day', 'month']),
        used: Count,
        capacity: Count.describe('What messages that are not urgent may use.'),
        endsAt: Time,
        usedUp: z
          .strictObject({
            expected: Time.nullable(),
            earliest: Time.nullable(),
            latest: Time.nullable(),
          })
          .describe('Null: not before it renews.'),
      }),
    ),
    budgets: z
      .array(
        z.strictObject({
          provider: Reference,
          monthly: Money,
          used: Money,
          endsAt: Time,
          exceeded: z.boolean(),
          ...moneyBand,
        }),
      )
      .describe("What will be paid at the month's end, fees included."),
  }),
);

export const QueueHistoryAnswer = answerOf<QueueHistory>()(
  'QueueHistory',
  z.strictObject({
    interval: z.enum(INTERVALS),
    timeZone: z.string(),
    from: Time,
    to: Time,
    data: z.array(
      z.strictObject({
        at: Time,
        waiting: z.number().nullable(),
        oldestSeconds: Count.nullable(),
      }),
    ),
  }),
);
