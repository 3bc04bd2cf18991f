import { z } from 'zod';
import { DrillInput } from '@/lib/drills/schema';
import { SettingsPatch } from '@/lib/settings/schema';
import { StatusAnswer } from '../answers/figures';
import { LogLevelAnswer, LogsAnswer } from '../answers/logs';
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
    summary: 'List the workers, and all processes',
    answer: WorkersAnswer,
  },
  'GET /api/v1/logs': {
    id: 'readLogs',
    tag: 'settings',
    summary: 'Read what the processes logged lately',
    description:
      'Of all processes on all machines, the newest first. Nothing of it is stored here: each process has its newest lines at hand and tells them while somebody asks, so the first answer may take two seconds. Secrets are removed before a line is written.',
    fields: {
      level: 'This and what is worse.',
      process: 'Of one kind alone.',
      q: 'Part of a line, in any case.',
      minutes: 'Of the last so many.',
      limit: 'At most so many.',
    },
    answer: LogsAnswer,
    example: { query: { level: 'warn' } },
  },
  'PUT /api/v1/logs/level': {
    id: 'setLogLevel',
    tag: 'settings',
    summary: 'Log more or less for a while',
    description:
      'All processes follow within a second and fall back by themselves to what `RELEVO_LOG_LEVEL` says.',
    fields: { level: 'Null: back at once.', minutes: 'For so long; 15 unless told otherwise.' },
    answer: LogLevelAnswer,
    example: { body: { level: 'debug', minutes: 5 } },
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
