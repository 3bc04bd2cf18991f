import { z } from 'zod';
import { DrillInput } from '@/lib/drills/schema';
import { SettingsPatch } from '@/lib/settings/schema';
import { StatisticsAnswer, StatusAnswer } from '../answers/figures';
import {
  ForecastAnswer,
  MetricsAnswer,
  MetricsByProviderAnswer,
  MonthCostsAnswer,
  QueueHistoryAnswer,
} from '../answers/metrics';
import {
  DrillAnswer,
  DrillDetailAnswer,
  DrillsPage,
  HealthyAnswer,
  JobsAnswer,
  QueueAnswer,
  ReadyAnswer,
  SettingsAnswer,
  WorkersAnswer,
} from '../answers/system';
import { named } from '../named';
import type { Operation } from '../operation';
import { PAGE, VERSION } from './filters';

named('DrillInput', DrillInput, 'input');
named('SettingsPatch', SettingsPatch, 'input');

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

export const SYSTEM: Record<string, Operation> = {
  'GET /api/v1/queue': {
    id: 'getQueue',
    tag: 'queue',
    summary: 'Get what waits',
    answer: QueueAnswer,
  },
  'GET /api/v1/queue/jobs': {
    id: 'listJobs',
    tag: 'queue',
    summary: 'List the jobs of the queue',
    description: 'Wake-ups of the workers, by task: not messages.',
    answer: JobsAnswer,
  },
  'GET /api/v1/workers': {
    id: 'listWorkers',
    tag: 'queue',
    summary: 'List the workers',
    answer: WorkersAnswer,
  },
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
  'GET /api/v1/statistics': {
    id: 'getStatistics',
    tag: 'figures',
    summary: 'Get the overview',
    description:
      'What the first page of the panel shows: today, limits, budgets, costs, what needs somebody.',
    answer: StatisticsAnswer,
  },
  'GET /api/v1/status': {
    id: 'getStatus',
    tag: 'figures',
    summary: 'Get whether mail is flowing',
    answer: StatusAnswer,
  },
  'GET /api/v1/settings': {
    id: 'getSettings',
    tag: 'settings',
    summary: 'Get the settings',
    answer: SettingsAnswer,
  },
  'PATCH /api/v1/settings': {
    id: 'updateSettings',
    tag: 'settings',
    summary: 'Change settings',
    description:
      'What is not named stays; a list is replaced as a whole. Every process works by it within a second.',
    answer: SettingsAnswer,
    fields: { version: VERSION },
    errors: ['changed_meanwhile'],
    example: { body: { delivery: { queue: { pausedPriorities: ['low'] } } } },
  },
  'GET /api/v1/drills': {
    id: 'listDrills',
    tag: 'drills',
    summary: 'List drills',
    answer: DrillsPage,
    fields: PAGE,
    example: { query: { limit: '10' } },
  },
  'POST /api/v1/drills': {
    id: 'startDrill',
    tag: 'drills',
    summary: 'Play the outage of a provider',
    answer: DrillAnswer,
    fields: {
      provider: 'Name or id.',
      mode: '`down`: it cannot be reached. `slow`: it takes long. `quota`: its allowance is used up.',
      messages: 'Test messages to send from now on, one a second.',
      to: 'Who these are for.',
    },
    errors: ['conflict'],
    example: { body: { provider: 'sandbox', mode: 'down', minutes: 1 } },
  },
  'GET /api/v1/drills/[id]': {
    id: 'getDrill',
    tag: 'drills',
    summary: 'Get what a drill brought about',
    answer: DrillDetailAnswer,
  },
  'POST /api/v1/drills/[id]/end': {
    id: 'endDrill',
    tag: 'drills',
    summary: 'End a drill',
    answer: DrillAnswer,
    errors: ['conflict'],
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
  'GET /api/metrics': {
    id: 'scrapeMetrics',
    tag: 'figures',
    summary: 'Read figures with Prometheus',
    description:
      'Counters since the first message, the queue, breakers, limits and the process, in the text format 0.0.4. From the addresses of the setting `security.metricsAllow` without a token. With a token of a company: of this company, and nothing of the processes.',
    answer: {
      file: 'text/plain; version=0.0.4',
      description: 'A line for each series, below its HELP and TYPE.',
    },
  },
  'GET /api/health': {
    id: 'isAlive',
    tag: 'system',
    summary: 'Ask whether the process answers',
    answer: HealthyAnswer,
  },
  'GET /api/health/ready': {
    id: 'isReady',
    tag: 'system',
    summary: 'Ask whether it can deliver',
    description: 'It needs the database, its tables, and a worker that is alive.',
    answer: ReadyAnswer,
    answers: { 503: { description: 'Not now; `checks` tells why.', schema: ReadyAnswer } },
  },
  'GET /api/errors': {
    id: 'explainErrors',
    tag: 'system',
    summary: 'Read what each error means',
    description:
      'A page for people, in English or Spanish: the `type` of a problem leads to its place there.',
    answer: { file: 'text/html', description: 'Every code with its status, what it means, and what to do.' },
  },
  'GET /api/openapi.json': {
    id: 'getDocument',
    tag: 'system',
    summary: 'Get this document',
    description:
      'The same for everybody and made of what the routes check, so it needs no token. With an `ETag`.',
    answer: named(
      'Document',
      z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    ),
  },
};
