import { z } from 'zod';
import type { JobsRow, ParkedRow, QueueRow, QueueView } from '@/lib/backlog/schema';
import type { DrillDetail, DrillReport, DrillView } from '@/lib/drills/schema';
import { DRILL_MODES } from '@/lib/outages/modes';
import { Settings, type SettingsView } from '@/lib/settings/schema';
import type { WorkerView } from '@/lib/workers/list';
import type { ProcessView } from '@/lib/workers/list-processes';
import { answerOf, named } from '../named';
import { Count, Id, listOf, Money, PriorityName, pageOf, Reference, Time } from './parts';
import { ChangeAnswer } from './providers';

const QueueRowAnswer = answerOf<QueueRow>()(
  'QueueOfPriority',
  z.strictObject({
    priority: PriorityName,
    paused: z.boolean(),
    waiting: Count.describe('Their time has come and nobody has taken them yet.'),
    sending: Count,
    scheduled: Count,
    retrying: Count,
    parked: Count,
    oldestAt: Time.nullable(),
  }),
);

const ParkedAnswer = answerOf<ParkedRow>()(
  'Parked',
  z.strictObject({ provider: Reference.nullable(), count: Count, until: Time.nullable() }),
);

export const QueueAnswer = answerOf<QueueView>()(
  'Queue',
  z.strictObject({
    data: z.array(QueueRowAnswer).describe('By priority, urgent first.'),
    parked: z.array(ParkedAnswer),
    perMinute: z.number().describe('Messages that came to rest.'),
    emptyInSeconds: z.number().nullable(),
    nextDueAt: Time.nullable(),
  }),
);

export const JobsAnswer = named(
  'JobList',
  listOf(
    answerOf<JobsRow>()(
      'Jobs',
      z.strictObject({
        task: z.string(),
        ready: Count,
        locked: Count,
        later: Count,
        failed: Count,
        oldestAt: Time.nullable(),
        nextAt: Time.nullable(),
      }),
    ),
  ),
);

const WorkerAnswer = answerOf<WorkerView>()(
  'Worker',
  z.strictObject({
    id: Id,
    host: z.string(),
    pid: z.int(),
    startedAt: Time,
    beatAt: Time,
    alive: z.boolean(),
  }),
);

const ProcessAnswer = answerOf<ProcessView>()(
  'Process',
  z.strictObject({
    id: Id,
    kind: z.enum(['web', 'worker', 'smtp']),
    host: z.string(),
    pid: z.int(),
    version: z.string(),
    older: z.boolean().describe('Another one that runs is of a newer Relevo: to be updated soon.'),
    alive: z.boolean(),
    startedAt: Time,
    beatAt: Time,
    disk: z
      .strictObject({
        freeBytes: Count,
        totalBytes: Count,
        accepting: z.boolean().describe('False: there is too little room, so that it accepts nothing.'),
      })
      .nullable()
      .describe('That with the least room of those it writes to.'),
  }),
);

export const WorkersAnswer = named(
  'WorkerList',
  z.strictObject({
    data: z.array(WorkerAnswer),
    processes: z.array(ProcessAnswer).describe('Of every kind and machine, workers among them.'),
  }),
);

export const SettingsAnswer = answerOf<SettingsView>()(
  'Settings',
  z.strictObject({ ...Settings.shape, version: z.int() }),
);

const drill = {
  id: Id,
  provider: Reference,
  mode: z.enum(DRILL_MODES),
  traffic: z.enum(['all', 'tagged']).describe('`tagged`: only messages with the tag `drill`.'),
  running: z.boolean(),
  startedAt: Time,
  endsAt: Time,
  stopped: z.boolean(),
  startedBy: z.string(),
  messages: Count,
  to: z.string(),
};
export const DrillAnswer = answerOf<DrillView>()('Drill', z.strictObject(drill));
export const DrillsPage = named('DrillPage', pageOf(DrillAnswer));

const ReportAnswer = answerOf<DrillReport>()(
  'DrillReport',
  z.strictObject({
    attempts: Count,
    touched: Count,
    outcome: z.strictObject({
      sentByOthers: Count,
      sentByItself: Count,
      capturedByOthers: Count,
      capturedByItself: Count,
      waiting: Count,
      parked: Count,
      failed: Count,
      canceled: Count,
    }),
    failovers: z.array(z.strictObject({ to: z.string(), messages: Count })),
    extraCost: Money,
    tests: z.strictObject({ accepted: Count, sent: Count, captured: Count, around: Count }),
    changes: z.array(ChangeAnswer),
    recoveredAt: Time.nullable(),
    recoveryMs: z.number().nullable(),
  }),
);
export const DrillDetailAnswer = answerOf<DrillDetail>()(
  'DrillDetail',
  z.strictObject({ ...drill, report: ReportAnswer }),
);

export const HealthyAnswer = named('Alive', z.strictObject({ status: z.literal('ok') }));
export const ReadyAnswer = named(
  'Readiness',
  z.strictObject({
    status: z.enum(['ready', 'not ready']),
    checks: z.strictObject({ database: z.boolean(), migrations: z.boolean(), worker: z.boolean() }),
    warnings: z.array(z.enum(['misconfigured'])),
  }),
);
