import { z } from 'zod';
import type { HookSetUpView } from '@/lib/providers/hooks/hook-schema';
import { SERVICE_PROBLEMS } from '@/lib/providers/service-failure';
import { answerOf } from '../named';

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
