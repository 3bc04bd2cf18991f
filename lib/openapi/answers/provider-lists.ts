import { z } from 'zod';
import { HELD_CAUSES } from '@/lib/providers/list-api';
import { SERVICE_PROBLEMS } from '@/lib/providers/service-failure';
import type { ProviderListsView } from '@/lib/suppressions/held/schema';
import { answerOf } from '../named';
import { Count, Time } from './parts';

const Sample = z
  .array(
    z.strictObject({
      address: z.string(),
      cause: z.enum(HELD_CAUSES),
      reason: z.string().nullable(),
      code: z.string().nullable(),
      at: Time.nullable(),
    }),
  )
  .describe('The newest twenty.');

export const ProviderListsAnswer = answerOf<ProviderListsView>()(
  'ProviderSuppressions',
  z.strictObject({
    supported: z.boolean().describe("False: the service's API documents no such list."),
    nightly: z.boolean(),
    step: z.enum(['rest', 'read', 'apply']).describe('`read` and `apply` go on by themselves.'),
    held: Count.describe('How many the service holds, as far as they are read.'),
    readAt: Time.nullable(),
    appliedAt: Time.nullable(),
    imported: Count.describe('Of the last time that a difference was applied.'),
    removed: Count,
    waitsUntil: Time.nullable().describe('The service asked for it, or did not answer.'),
    problem: z.enum(SERVICE_PROBLEMS).nullable(),
    detail: z.string().nullable().describe("The service's own words."),
    difference: z
      .strictObject({
        theirs: z
          .strictObject({
            total: Count,
            byCause: z.partialRecord(z.enum(HELD_CAUSES), Count),
            sample: Sample,
          })
          .describe('Held there, and neither stopped nor lifted here.'),
        lifted: z.strictObject({ total: Count, sample: Sample }).describe('Lifted here, and held there.'),
      })
      .nullable()
      .describe('Null: nothing was read yet, or it is for who sees all companies.'),
  }),
);
