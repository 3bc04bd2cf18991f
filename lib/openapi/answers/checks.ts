import { z } from 'zod';
import { ADDRESS_REASONS, type AddressCheck, VERDICTS } from '@/lib/addresses/schema';
import { CONTENT_CODES } from '@/lib/content-check/rules';
import type { ContentCheck } from '@/lib/content-check/schema';
import { answerOf, named } from '../named';

const AddressCheckAnswer = answerOf<AddressCheck>()(
  'AddressCheck',
  z.strictObject({
    address: z.string().describe('As it was given.'),
    verdict: z
      .enum(VERDICTS)
      .describe(
        '`wrong`: mail to it cannot arrive. `doubtful`: it can, but look at it. `unknown`: DNS did not answer, which says nothing of the address.',
      ),
    reasons: z.array(z.enum(ADDRESS_REASONS)).describe('The gravest first.'),
    suggestion: z
      .string()
      .nullable()
      .describe('What was meant, perhaps: ask the person, never correct it by yourself.'),
  }),
);
export const AddressChecksAnswer = named(
  'AddressChecks',
  z.strictObject({ results: z.array(AddressCheckAnswer).describe('In the order of the addresses.') }),
);

export const ContentCheckAnswer = answerOf<ContentCheck>()(
  'ContentCheck',
  z.strictObject({
    score: z.int().min(0).max(100).describe('0: nothing was found.'),
    findings: z
      .array(
        z.strictObject({
          code: z.enum(CONTENT_CODES),
          points: z.number(),
          what: z.string(),
          fix: z.string().describe('What to do about it.'),
        }),
      )
      .describe('The gravest first.'),
    refusedFrom: z.number().nullable().describe('Of its category, by the settings; null: none is refused.'),
  }),
);
