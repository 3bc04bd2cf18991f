import { z } from 'zod';
import { type GeneratedServer, NEXT_STEPS, type NextStep, type ServerFile } from '@/lib/own-server/schema';
import { answerOf } from '../named';
import { Fields } from './parts';

const ServerFileAnswer = answerOf<ServerFile>()(
  'ServerFile',
  z.strictObject({
    path: z.string(),
    mode: z.string().describe('Such as `0640`.'),
    owner: z.string().describe('Such as `root:postfix`.'),
    content: z.string(),
  }),
);

const NextStepAnswer = answerOf<NextStep>()(
  'OwnServerStep',
  z.strictObject({
    what: z.enum(NEXT_STEPS),
    name: z.string().nullable().describe('Of a record of DNS: whose it is.'),
    value: z.string(),
  }),
);

export const GeneratedServerAnswer = answerOf<GeneratedServer>()(
  'GeneratedServer',
  z.strictObject({
    software: z.enum(['postfix', 'exim']),
    files: z.array(ServerFileAnswer).describe('All that the script writes.'),
    script: z.string().describe('`sh install.sh --dry-run`, then `sh install.sh` as root.'),
    next: z.array(NextStepAnswer).describe('What a person does beside it, in this order.'),
    provider: z
      .strictObject({ name: z.string(), kind: z.literal('smtp'), settings: Fields })
      .describe('For `POST /api/v1/providers`, with the password that the script prints.'),
  }),
);
