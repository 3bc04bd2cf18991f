import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '@/lib/errors';
import { FLAW_CODES, type FlawCode } from '@/lib/flaws';
import { REFUSALS } from '@/lib/refusals';
import { named } from '../named';

export const FieldProblem = named(
  'FieldProblem',
  z.strictObject({
    path: z.string().describe('Which field, such as `to.0.email`.'),
    code: z.enum(FLAW_CODES as [FlawCode, ...FlawCode[]]).describe('What is wrong with it. Stable.'),
    params: z.record(z.string(), z.string()).describe('What the sentence of the code names.'),
    message: z.string().describe('The same as code and params, in English.'),
  }),
);

/** RFC 9457. */
export const ProblemBody = named(
  'Problem',
  z.strictObject({
    type: z.string().describe('Where this code is explained, on this system.'),
    title: z.string(),
    status: z.int(),
    code: z
      .enum(ERROR_CODES as [ErrorCode, ...ErrorCode[]])
      .describe('What happened. Stable: branch on this, not on texts.'),
    detail: z.string(),
    reason: z
      .strictObject({
        code: z.enum(REFUSALS),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      })
      .optional()
      .describe('Why, where the code says too little.'),
    errors: z.array(FieldProblem).optional().describe('Each field that is wrong, at most fifty.'),
    requestId: z.string().describe('The same as in `x-request-id`; name it when you ask for help.'),
  }),
);
