import { z } from 'zod';
import {
  type ComingDay,
  MATCHES,
  OPERATORS,
  type RuleView,
  type RunResult,
  type RunView,
} from '@/lib/rules/schema';
import { FIELD_TYPES, type KindView } from '@/lib/subject-kinds/schema';
import type { SubjectOutcome, SubjectView } from '@/lib/subjects/schema';
import { answerOf, named } from '../named';
import { Count, Day, Fields, Id, listOf, pageOf, Time } from './parts';
import { ProblemBody } from './problem';

const stamps = { createdAt: Time, updatedAt: Time, company: z.string().optional() };

export const KindAnswer = answerOf<KindView>()(
  'SubjectKind',
  z.strictObject({
    id: Id,
    key: z.string(),
    title: z.string(),
    fields: z.array(
      z.strictObject({ name: z.string(), type: z.enum(FIELD_TYPES), label: z.string().optional() }),
    ),
    version: z.int().describe('To send with a PATCH.'),
    ...stamps,
  }),
);
export const KindsAnswer = named('SubjectKinds', listOf(KindAnswer));

const subject = {
  id: Id,
  kind: z.string(),
  key: z.string().describe('What your own programs call it.'),
  contactId: Id.nullable().describe('Whom it is told; null: nobody.'),
  data: Fields,
  ...stamps,
};
const Outcome = z.enum(['created', 'changed', 'same']).describe('Of what was known before.');

export const SubjectAnswer = answerOf<SubjectView>()('Subject', z.strictObject(subject));
export const SubjectsPage = named('Subjects', pageOf(SubjectAnswer));
export const StoredSubjectAnswer = answerOf<SubjectView & { outcome: SubjectOutcome }>()(
  'StoredSubject',
  z.strictObject({ ...subject, outcome: Outcome }),
);
export const SubjectBatchAnswer = named(
  'SubjectResults',
  z.strictObject({
    results: z
      .array(z.union([z.strictObject({ id: Id, outcome: Outcome }), z.strictObject({ error: ProblemBody })]))
      .describe('One for each, in the same order.'),
  }),
);

export const RuleAnswer = answerOf<RuleView>()(
  'Rule',
  z.strictObject({
    id: Id,
    title: z.string(),
    kind: z.string(),
    type: z.string().describe('The notification type that it tells by.'),
    match: z.enum(MATCHES).describe('Whether all of its conditions hold, or any.'),
    conditions: z
      .array(
        z.strictObject({
          field: z.string(),
          op: z.enum(OPERATORS),
          value: z.union([z.string(), z.number(), z.boolean()]).optional(),
          than: z.string().optional(),
          plus: z.number().optional(),
        }),
      )
      .describe('All of them hold.'),
    before: z.strictObject({ field: z.string(), days: z.array(z.int()) }).nullable(),
    cron: z.string(),
    timeZone: z.string(),
    active: z.boolean(),
    nextRuns: z.array(Time).describe('The next five.'),
    version: z.int().describe('To send with a PATCH.'),
    ...stamps,
  }),
);
export const RulesAnswer = named('Rules', listOf(RuleAnswer));

export const RunAnswer = answerOf<RunResult>()(
  'RuleRun',
  z.strictObject({
    dryRun: z.boolean(),
    matched: Count.describe('For how many it holds now.'),
    fired: Count.describe('Of those, who is, or would be, told: those told of this cause before are not.'),
    sample: z
      .array(z.strictObject({ id: Id, key: z.string(), contactId: Id.nullable(), data: Fields }))
      .describe('The first twenty of them.'),
  }),
);

export const RunsAnswer = named(
  'RuleRuns',
  listOf(
    answerOf<RunView>()(
      'RuleRunRow',
      z.strictObject({
        id: Id,
        plannedAt: Time,
        at: Time,
        state: z
          .enum(['done', 'missed', 'failed'])
          .describe(
            '`missed`: nobody was there to run it for more than six hours, and it was not made up for.',
          ),
        by: z.string(),
        matched: Count,
        fired: Count,
        detail: z.string().nullable(),
      }),
    ),
  ),
);

export const ComingAnswer = named(
  'ComingRuns',
  listOf(
    answerOf<ComingDay>()(
      'ComingDay',
      z.strictObject({
        day: Day,
        runs: z.array(
          z.strictObject({
            ruleId: Id,
            title: z.string(),
            type: z.string(),
            at: Time.describe('The first time on this day.'),
            timeZone: z.string(),
            times: Count.describe('How often on this day.'),
            company: z.string().optional(),
          }),
        ),
      }),
    ),
  ),
);
