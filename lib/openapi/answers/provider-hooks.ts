import { z } from 'zod';
import { FINDINGS, type HookExamination } from '@/lib/inbound/examination-schema';
import type { HookSetUpView } from '@/lib/providers/hooks/hook-schema';
import { SERVICE_PROBLEMS } from '@/lib/providers/service-failure';
import { answerOf } from '../named';
import { Time } from './parts';

export const HookSetUpAnswer = answerOf<HookSetUpView>()(
  'ProviderWebhookSetUp',
  z.strictObject({
    state: z.enum(['done', 'failed']).describe('`failed`: nothing is broken, and it can be tried again.'),
    did: z
      .enum(['made', 'mended', 'kept'])
      .nullable()
      .describe(
        '`made`: there was none that posts here; `mended`: it lacked something; `kept`: all was there.',
      ),
    added: z.array(z.string()).describe("Events that it tells from now on, by the service's names."),
    stored: z.array(z.string()).describe('Settings and secrets that were stored here, by name.'),
    problem: z
      .enum(SERVICE_PROBLEMS)
      .nullable()
      .describe(
        '`permission`: the key in use may not set up webhooks; `limit`: the account has as many as it may.',
      ),
    detail: z.string().nullable().describe("The service's own words."),
  }),
);

export const HookExaminationAnswer = answerOf<HookExamination>()(
  'ProviderWebhookExamination',
  z.strictObject({
    url: z.string().nullable().describe('Null: a provider of this kind tells nothing by itself.'),
    ok: z.boolean().describe('Whether nothing has to be done.'),
    findings: z
      .array(
        z.strictObject({
          code: z.enum(FINDINGS),
          state: z.enum(['good', 'wrong', 'unknown']).describe('`unknown`: it cannot be told from here now.'),
          who: z
            .enum(['operator', 'technician'])
            .nullable()
            .describe('Who has to act: `operator` runs the server.'),
          act: z
            .enum(['register', 'settings'])
            .nullable()
            .describe('What puts it right: `POST` to the same address, or a setting that is missing.'),
          at: Time.nullable(),
          detail: z.string().nullable().describe("Names of events, or the service's own words."),
        }),
      )
      .describe('In the order in which they are put right.'),
  }),
);
