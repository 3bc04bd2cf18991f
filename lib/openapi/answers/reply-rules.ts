import { z } from 'zod';
import type { Tried } from '@/lib/bounces/try-text';
import { REPLY_CAUSES, STAGES } from '@/lib/replies/meaning';
import { APPLIES_TO, MEANINGS, type ReplyRuleView } from '@/lib/replies/own/schema';
import { TABLES, type TableRow } from '@/lib/replies/tables';
import { answerOf, named } from '../named';
import { Count, Id, listOf, Time } from './parts';

export const ReplyRuleAnswer = answerOf<ReplyRuleView>()(
  'ReplyRule',
  z.strictObject({
    id: Id,
    name: z.string(),
    phrase: z.string(),
    appliesTo: z.enum(APPLIES_TO),
    stage: z.enum(STAGES).nullable(),
    code: z.string().nullable(),
    means: z.enum(MEANINGS),
    permanent: z.boolean().nullable(),
    waitSeconds: Count.nullable(),
    note: z.string(),
    active: z.boolean(),
    position: Count,
    changedBy: z.string().describe('Who changed it last.'),
    version: z.int(),
    createdAt: Time,
    updatedAt: Time,
  }),
);
export const ReplyRulesAnswer = named('ReplyRuleList', listOf(ReplyRuleAnswer));

const RowAnswer = answerOf<TableRow>()(
  'ReplyTableRow',
  z.strictObject({
    table: z.enum(TABLES),
    row: Count.describe('From 1.'),
    cause: z.enum(REPLY_CAUSES),
    says: z
      .array(z.string())
      .describe('Any of these: words as regular expressions, codes, or statements such as `them absent`.'),
    unless: z.array(z.string()).describe('None of these.'),
    stages: z.array(z.enum(STAGES)).nullable(),
    digit: z.union([z.literal(4), z.literal(5)]).nullable(),
  }),
);
export const ReplyTablesAnswer = named('ReplyTables', listOf(RowAnswer));

export const TriedAnswer = named(
  'TriedReply',
  listOf(
    answerOf<Tried>()(
      'TriedText',
      z.strictObject({
        class: z.string().nullable().describe('Of a mail that came back.'),
        cause: z.string().nullable(),
        fault: z.string().nullable().describe('Of a reply: whose it is.'),
        permanent: z.boolean().nullable(),
        waitSeconds: Count.nullable(),
        rule: z.strictObject({ id: Id, name: z.string(), means: z.string() }).nullable(),
        table: z
          .enum([...TABLES, 'stage', 'doubt', 'sender', 'own'])
          .nullable()
          .describe('What decided: `own` a rule of your own, `stage` the code and the stage alone.'),
        row: RowAnswer.nullable(),
        unsorted: z.boolean().describe('Its words are in no table.'),
      }),
    ),
  ),
);
