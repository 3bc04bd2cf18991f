import { z } from 'zod';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/event-types';
import {
  DELIVERY_STATES,
  type DeliveryView,
  type WebhookTestResult,
  type WebhookView,
} from '@/lib/webhooks/schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, pageOf, Time } from './parts';

const status = z.int().nullable().describe('Of the answer; null: there was none.');
const cause = z
  .string()
  .nullable()
  .describe(
    'Why there was no answer: `dns`, `blocked`, `refused`, `timeout`, `tls` or `protocol`; `key_missing`: it was not sent, as its secret cannot be opened.',
  );

const webhook = {
  id: Id,
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)).nullable().describe('Null: all, also those to come.'),
  active: z.boolean(),
  state: z
    .enum(['on', 'failing', 'off', 'stopped'])
    .describe(
      '`failing`: nothing but failures since `failingSince`. `stopped`: it was switched off by itself.',
    ),
  stoppedBecause: z
    .enum(['failing', 'gone'])
    .nullable()
    .describe('`failing`: for five days. `gone`: it answered 410.'),
  failingSince: Time.nullable(),
  pausedUntil: Time.nullable().describe('It asked for a pause, by `Retry-After`.'),
  lastAt: Time.nullable(),
  lastOk: z.boolean().nullable(),
  waiting: Count.describe('What it has not taken yet.'),
  secrets: z
    .array(z.strictObject({ last4: z.string(), createdAt: Time, validUntil: Time.nullable() }))
    .describe('Those that sign now.'),
  version: z.int(),
  createdAt: Time,
  company: z.string().optional(),
};

export const WebhookAnswer = answerOf<WebhookView>()('Webhook', z.strictObject(webhook));
export const WebhooksAnswer = named('Webhooks', listOf(WebhookAnswer));
export const NewWebhookAnswer = answerOf<WebhookView & { secret: string }>()(
  'NewWebhook',
  z.strictObject({ ...webhook, secret: z.string().describe('`whsec_` and base64; told this once.') }),
);
export const NewSecretAnswer = named(
  'NewWebhookSecret',
  z.strictObject({ secret: z.string(), previousValidUntil: Time }),
);
export const WebhookTestAnswer = answerOf<WebhookTestResult>()(
  'WebhookTest',
  z.strictObject({ ok: z.boolean(), status, cause, ms: Count }),
);

export const DeliveriesPage = named(
  'WebhookDeliveries',
  pageOf(
    answerOf<DeliveryView>()(
      'WebhookDelivery',
      z.strictObject({
        id: Id.describe('The `webhook-id`.'),
        event: z.string(),
        messageId: Id.nullable(),
        state: z.enum(DELIVERY_STATES),
        createdAt: Time,
        nextAt: Time.nullable().describe('When it is tried next.'),
        doneAt: Time.nullable(),
        tries: z.array(z.strictObject({ at: Time, ms: Count, status, cause })).describe('The latest 12.'),
        request: z.string().describe('The body, as it is sent.'),
        reply: z.string().nullable().describe('The first 4 KB of the last answer.'),
      }),
    ),
  ),
);
