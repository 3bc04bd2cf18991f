import { StatisticsAnswer } from '../answers/figures';
import {
  ForecastAnswer,
  MetricsAnswer,
  MetricsByProviderAnswer,
  MonthCostsAnswer,
  QueueHistoryAnswer,
} from '../answers/metrics';
import type { Operation } from '../operation';

const PERIOD = {
  from: 'A moment, or a day in the time zone of the settings.',
  to: 'A moment, or a day, which is all of it.',
  provider: 'A name or an id.',
  company: 'Id, key or name.',
  type: 'The kind of notification.',
  template: 'Its id: of messages made with it, by company and time alone.',
  campaign: 'Its id, in the same way.',
  timeZone: 'Whose days these are, such as America/Asuncion; the settings say otherwise.',
  compare: '`previous`: also the totals of the period before.',
  by: 'Also the totals of each of these.',
};
const {
  provider: _provider,
  template: _template,
  campaign: _campaign,
  compare: _compare,
  by: _by,
  ...OF_ALL
} = PERIOD;
const { company, timeZone, compare, from, to } = PERIOD;

/** What was sent and what became of it, over time. */
export const METRICS: Record<string, Operation> = {
  'GET /api/v1/metrics': {
    id: 'getMetrics',
    tag: 'figures',
    summary: 'Get figures over time',
    description:
      'Also of intervals in which nothing was; a thousand at most, of two years at most. What was sent and what failed counts when it came to rest; what became of messages (`delivered`, `bounced`, `opened` …) counts when they were accepted, each message once.',
    answer: MetricsAnswer,
    fields: PERIOD,
    example: {
      query: { from: '2026-11-01', to: '2026-11-28', interval: 'day', compare: 'previous', by: 'category' },
    },
  },
  'GET /api/v1/metrics/providers': {
    id: 'getMetricsByProvider',
    tag: 'figures',
    summary: 'Get figures of all providers, side by side',
    answer: MetricsByProviderAnswer,
    fields: OF_ALL,
    example: { query: { interval: 'week' } },
  },
  'GET /api/v1/metrics/providers/[id]': {
    id: 'getMetricsOfProvider',
    tag: 'figures',
    summary: 'Get figures of a provider over time',
    answer: MetricsAnswer,
    fields: OF_ALL,
    example: { params: { id: 'office' }, query: { interval: 'hour' } },
  },
  'GET /api/v1/metrics/campaigns/[id]': {
    id: 'getMetricsOfCampaign',
    tag: 'figures',
    summary: 'Get figures of a campaign over time',
    description:
      'As `GET /metrics` with `campaign`: nothing of attempts, which are none of a campaign. Of one that nobody knows all are 0.',
    answer: MetricsAnswer,
    fields: { from, to, company, timeZone, compare },
    example: { params: { id: '019acd9c-0000-7000-8000-000000000001' }, query: { interval: 'hour' } },
  },
  'GET /api/v1/metrics/costs': {
    id: 'getMonthCosts',
    tag: 'figures',
    summary: 'Get what a month costs',
    description: 'By the prices of each day, so that a price that changes does not rewrite what was paid.',
    answer: MonthCostsAnswer,
    fields: { month: 'Such as 2026-11; without it the present one.', company: 'Id, key or name.' },
    example: { query: { month: '2026-11' } },
  },
  'GET /api/v1/metrics/forecast': {
    id: 'getForecast',
    tag: 'figures',
    summary: 'Get a forecast',
    description:
      'Each hour to come as the same hour of the same weekday was in the last four weeks, the last one counting most; `low` and `high` are the least and the most that one of these weeks would make of it. With less than two weeks of figures nothing is foretold.',
    answer: ForecastAnswer,
    fields: { provider: 'Of it alone: a name or an id.', company: 'Id, key or name.' },
    example: {},
  },
  'GET /api/v1/metrics/queue': {
    id: 'getQueueHistory',
    tag: 'figures',
    summary: 'See how much has waited',
    description:
      'A worker looks each minute. `waiting` is how many messages waited for their turn in the middle of these looks, `oldestSeconds` how long the oldest of them had at most; null where no worker looked. After two months by days of UTC.',
    answer: QueueHistoryAnswer,
    fields: {
      from: 'A moment or a date.',
      to: 'A moment or a date.',
      interval: 'How long a point is.',
      timeZone: 'Whose days these are; else those of the settings.',
      company: 'Id, key or name.',
      channel: 'Of this channel alone.',
      priority: 'Of this priority alone.',
    },
    example: { query: { interval: 'hour' } },
  },
  'GET /api/v1/statistics': {
    id: 'getStatistics',
    tag: 'figures',
    summary: 'Get the overview',
    description:
      'What the first page of the panel shows: today, limits, budgets, costs, what needs somebody.',
    answer: StatisticsAnswer,
  },
};
