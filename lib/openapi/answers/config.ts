import { z } from 'zod';
import type { Applied } from '@/lib/configuration/apply';
import type { Step } from '@/lib/configuration/plan';
import { answerOf, named } from '../named';
import { Count } from './parts';

const StepAnswer = answerOf<Step>()(
  'ConfigurationStep',
  z.strictObject({
    action: z.enum(['add', 'change', 'remove']),
    section: z.string().describe('Such as `providers`.'),
    company: z
      .string()
      .nullable()
      .describe('The key of the company whose the thing is; null: shared by all.'),
    name: z.string(),
    changes: z.array(z.strictObject({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
);

export const AppliedAnswer = answerOf<Applied>()(
  'AppliedConfiguration',
  z.strictObject({
    dryRun: z.boolean(),
    added: Count,
    changed: Count,
    removed: Count,
    steps: z.array(StepAnswer),
  }),
);

export const ConfigurationAnswer = named(
  'Configuration',
  z.looseObject({
    relevo: z.literal(1),
    settings: z.unknown(),
    providers: z.record(z.string(), z.unknown()),
  }),
);

export const JsonSchemaAnswer = named('ConfigurationSchema', z.looseObject({ title: z.string() }));
