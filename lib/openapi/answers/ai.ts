import { z } from 'zod';
import { AI_REFUSALS } from '@/lib/ai/ask/answer';
import { AI_USES } from '@/lib/ai/ask/uses';
import { AI_FAULTS } from '@/lib/ai/call/faults';
import { AI_KINDS } from '@/lib/ai/call/kinds';
import type { AiCallView } from '@/lib/ai/log/list';
import {
  AI_STATES,
  AI_TEST_STEPS,
  type AiKeyView,
  type AiProviderView,
  type AiTest,
} from '@/lib/ai/providers/schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, Money, pageOf, Reference, Time } from './parts';

const price = z.strictObject({ input: Money, output: Money });
const fault = z.enum(AI_FAULTS);

export const AiProviderAnswer = answerOf<AiProviderView>()(
  'AiProvider',
  z.strictObject({
    id: Id,
    name: z.string(),
    kind: z.enum(AI_KINDS),
    label: z.string().describe('Of the kind.'),
    endpoint: z.string(),
    model: z.string(),
    organization: z.string().nullable(),
    project: z.string().nullable(),
    timeoutSeconds: Count,
    priority: Count.describe('0–100, higher first.'),
    price: price.nullable().describe('In US dollars for a million tokens; null: unknown.'),
    modelFor: z
      .partialRecord(z.enum(AI_USES), z.strictObject({ model: z.string(), price: price.nullable() }))
      .describe('For uses that want another model than the rest, each with its price.'),
    limits: z.strictObject({ minute: Count.optional(), day: Count.optional() }).describe('Calls.'),
    budget: z
      .strictObject({ monthly: Money, hard: z.boolean() })
      .nullable()
      .describe('In US dollars. Hard: used up, it is asked no more; else it comes after the others.'),
    fallback: z.string().nullable().describe('The name of the one that stands in for it first.'),
    active: z.boolean(),
    secrets: z
      .strictObject({
        apiKey: z.strictObject({ set: z.literal(true), last4: z.string(), updatedAt: Time }).optional(),
      })
      .describe('Never told: only that it is there, and since when.'),
    state: z
      .enum(AI_STATES)
      .describe('`resting`: asked again by itself at `until`. `stopped`: a person must act first.'),
    until: Time.nullable(),
    failure: z
      .strictObject({ fault, at: Time, reply: z.string().nullable().describe('The words of the service.') })
      .nullable()
      .describe('Of the last call, where it failed.'),
    lastTest: z.strictObject({ ok: z.boolean(), at: Time }).nullable(),
    month: z
      .strictObject({ calls: Count, failed: Count, tokens: Count, cost: Money })
      .describe('Since the month began, in UTC. The cost is without calls of unknown price.'),
    company: z.string().optional(),
    version: z.int(),
    createdAt: Time,
    updatedAt: Time,
  }),
);
export const AiProvidersAnswer = named('AiProviderList', listOf(AiProviderAnswer));

export const AiKeyAnswer = answerOf<AiKeyView>()(
  'AiKey',
  z.strictObject({ id: Id, label: z.string(), last4: z.string(), active: z.boolean(), createdAt: Time }),
);
export const AiKeysAnswer = named('AiKeyList', listOf(AiKeyAnswer));

export const AiTestAnswer = answerOf<AiTest>()(
  'AiTest',
  z.strictObject({
    ok: z.boolean(),
    steps: z.array(z.strictObject({ name: z.enum(AI_TEST_STEPS), ok: z.boolean(), ms: Count })),
    models: z.array(z.string()).describe('What the key may ask; empty where the service does not tell.'),
    fault: fault.optional(),
    refused: z
      .enum(AI_REFUSALS)
      .optional()
      .describe('It was not asked: our own limits and budgets hold for a test, too.'),
    reply: z.string().optional().describe('The words of the service.'),
    cost: Money.nullable(),
  }),
);

export const AiCallsAnswer = named(
  'AiCallList',
  pageOf(
    answerOf<AiCallView>()(
      'AiCall',
      z.strictObject({
        id: Id,
        at: Time,
        job: z.string(),
        promptVersion: Count.describe('Of the words that it was asked with.'),
        provider: Reference,
        model: z.string(),
        actor: z.strictObject({ type: z.string(), name: z.string() }),
        outcome: z
          .string()
          .nullable()
          .describe('`ok`, or what went wrong; null: under way, or its process died.'),
        durationMs: Count.nullable(),
        redacted: z.boolean().describe('Personal data was taken out before it went.'),
        tokens: z.strictObject({ input: Count, cached: Count, output: Count, reasoning: Count }),
        cost: Money.nullable().describe('In US dollars; null: the price is unknown.'),
      }),
    ),
  ),
);
