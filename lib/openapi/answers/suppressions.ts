import { z } from 'zod';
import { SUPPRESSION_CAUSES } from '@/drizzle/suppression-causes';
import { CATEGORIES } from '@/lib/routing/categories';
import type { BounceView, ImportResult, SuppressionView } from '@/lib/suppressions/schema';
import { answerOf, named } from '../named';
import { Count, Id, pageOf, Time } from './parts';

const until = Time.nullable().describe('Until then; null: for good.');

export const SuppressionAnswer = answerOf<SuppressionView>()(
  'Suppression',
  z.strictObject({
    id: Id,
    address: z.string().describe('As addresses are compared: in lower case, its domain as in DNS.'),
    channel: z.string(),
    cause: z
      .enum(SUPPRESSION_CAUSES)
      .describe(
        '`hard_bounce`: there is no such address. `soft_bounces`: several messages in a row did not arrive. `manual`: added by hand.',
      ),
    category: z.enum(CATEGORIES).nullable().describe('Of the messages that are stopped; null: all.'),
    reason: z.string().nullable(),
    code: z.string().nullable(),
    provider: z.string().nullable(),
    messageId: Id.nullable().describe('The message that brought it about last.'),
    firstAt: Time,
    lastAt: Time,
    times: Count,
    until,
    addedBy: z.string().nullable().describe('Null: Relevo itself.'),
    company: z.string().optional(),
  }),
);
export const SuppressionsPage = named('Suppressions', pageOf(SuppressionAnswer));

export const BouncesPage = named(
  'Bounces',
  pageOf(
    answerOf<BounceView>()(
      'Bounce',
      z.strictObject({
        id: Id,
        address: z.string(),
        channel: z.string(),
        class: z.enum(['hard', 'soft']).describe('Of the last one.'),
        code: z.string().nullable(),
        reason: z.string().nullable(),
        provider: z.string().nullable(),
        messageId: Id.describe('The last message that did not arrive.'),
        firstAt: Time,
        lastAt: Time,
        times: Count,
        suppressed: z.boolean(),
        suppressedUntil: until,
        company: z.string().optional(),
      }),
    ),
  ),
);

export const LiftedAnswer = named('Lifted', z.strictObject({ lifted: Count }));
export const UndoneAnswer = named('Undone', z.strictObject({ matched: Count, lifted: Count }));

export const ImportedAnswer = answerOf<ImportResult>()(
  'Imported',
  z.strictObject({
    added: Count,
    repeated: Count.describe('Rows that say once more what another one says.'),
    wrong: Count,
    errors: z
      .array(
        z.strictObject({
          line: Count.describe('From 1.'),
          text: z.string(),
          code: z.enum(['address', 'cause', 'category', 'too_many']),
        }),
      )
      .describe('The first thousand of them.'),
  }),
);
