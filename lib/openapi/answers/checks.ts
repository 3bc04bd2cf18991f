import { z } from 'zod';
import { ADDRESS_REASONS, type AddressCheck, VERDICTS } from '@/lib/addresses/schema';
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
