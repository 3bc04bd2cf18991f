import { z } from 'zod';
import { PROBLEMS, type SourceView } from '@/lib/subject-sources/schema';
import { DATE_ORDERS } from '@/lib/subjects/import-schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, Time } from './parts';

const source = {
  id: Id,
  title: z.string(),
  kind: z.string(),
  url: z
    .string()
    .describe(
      'Whole only for who may change it: it may have a token in it. For others `https://example.com/…`.',
    ),
  columns: z.array(z.string()).nullable(),
  decimal: z.enum(['point', 'comma']).nullable(),
  dates: z.enum(DATE_ORDERS),
  cron: z.string(),
  timeZone: z.string(),
  active: z.boolean(),
  nextReadAt: Time.nullable().describe('Null: it is off.'),
  lastReadAt: Time.nullable(),
  problem: z
    .strictObject({ code: z.enum(PROBLEMS), detail: z.string() })
    .nullable()
    .describe('Why nothing came of the last reading; null: it did.'),
  result: z
    .strictObject({ created: Count, changed: Count, same: Count, wrong: Count })
    .nullable()
    .describe('What came of the last one that did not fail.'),
  version: z.int().describe('To send with a PATCH.'),
  createdAt: Time,
  updatedAt: Time,
  company: z.string().optional(),
};
export const SourceAnswer = answerOf<SourceView>()('SubjectSource', z.strictObject(source));
export const SourcesAnswer = named('SubjectSources', listOf(SourceAnswer));
export const NewSourceAnswer = answerOf<SourceView & { secret: string }>()(
  'NewSubjectSource',
  z.strictObject({
    ...source,
    secret: z.string().describe('Signs each question, and is shown this once.'),
  }),
);
