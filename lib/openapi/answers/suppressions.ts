import { z } from 'zod';
import { SUPPRESSION_CAUSES } from '@/drizzle/suppression-causes';
import type { UploadResult } from '@/lib/bounces/read-upload';
import { BOUNCE_CAUSES, BOUNCE_CLASSES, BOUNCE_EFFECTS } from '@/lib/bounces/vocabulary';
import { TOLD_TYPES } from '@/lib/events/types';
import { CATEGORIES } from '@/lib/routing/categories';
import type { BounceView, ImportResult, SuppressionView } from '@/lib/suppressions/schema';
import { answerOf, named } from '../named';
import { ReportResultAnswer } from './domain-reports';
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

export const ReadBouncesAnswer = answerOf<UploadResult>()(
  'ReadBounces',
  z.strictObject({
    data: z.array(
      z.strictObject({
        subject: z.string(),
        results: z
          .array(
            z.strictObject({
              class: z.enum(BOUNCE_CLASSES),
              cause: z.enum(BOUNCE_CAUSES).optional(),
              code: z.string().optional(),
              reply: z.string().optional(),
              rule: z
                .strictObject({ id: Id, name: z.string(), means: z.string() })
                .optional()
                .describe('The reply rule of your own that says so.'),
              recipient: z.string().nullable(),
              messageId: Id.nullable().describe('The message that it is about; null: none was found.'),
              type: z.enum(TOLD_TYPES).nullable().describe('As which event it is noted.'),
              effect: z
                .enum(BOUNCE_EFFECTS)
                .describe(
                  '`repeated`: it was known already. `no_recipient`: of whom it speaks is not clear. `nothing`: it tells of no delivery.',
                ),
            }),
          )
          .nullable()
          .describe('Of each recipient that it names; null: it cannot be read as a mail.'),
        reports: z
          .array(ReportResultAnswer)
          .optional()
          .describe('Reports of DMARC and TLS-RPT that it brought; then it is no bounce.'),
      }),
    ),
    noted: Count,
    left: Count.describe('Mails of the file that were too many for one request.'),
  }),
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
          code: z.enum(['address', 'cause', 'category', 'too_many', 'too_large']),
        }),
      )
      .describe('The first thousand of them.'),
  }),
);
