import { ReplayInput, RotateSecretInput, WebhookInput, WebhookPatch } from '@/lib/webhooks/schema';
import { ReplayedAnswer } from '../answers/parts';
import {
  DeliveriesPage,
  NewSecretAnswer,
  NewWebhookAnswer,
  WebhookAnswer,
  WebhooksAnswer,
  WebhookTestAnswer,
} from '../answers/webhooks';
import { named } from '../named';
import type { Operation } from '../operation';
import { DRY_RUN, IN_STEPS, PAGE } from './filters';

named('WebhookInput', WebhookInput, 'input');
named('WebhookPatch', WebhookPatch, 'input');
named('RotateSecretInput', RotateSecretInput, 'input');
named('WebhookReplayInput', ReplayInput, 'input');

const events = 'The types that it is told of; null: all, also those to come.';
const url =
  'Where to send them, by https. Private addresses only where `RELEVO_PRIVATE_TARGETS` opens them; there http will do.';

/** Where it is told elsewhere what happens here. */
export const WEBHOOKS: Record<string, Operation> = {
  'GET /api/v1/webhooks': {
    id: 'listWebhooks',
    tag: 'webhooks',
    summary: 'List webhooks',
    answer: WebhooksAnswer,
  },
  'POST /api/v1/webhooks': {
    id: 'createWebhook',
    tag: 'webhooks',
    summary: 'Add a webhook',
    description:
      'It is told what happens from now on, signed by [Standard Webhooks](https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp` and `webhook-signature`. Answer 2xx within 15 seconds; otherwise it is tried again for three days. The order is not promised: each event has its `sequence` within its message.',
    answer: NewWebhookAnswer,
    fields: { url, events, company: 'Id, key or name: told only of its messages; null: of all.' },
    example: {
      body: {
        name: 'Shop',
        url: 'https://shop.example.com/webhooks/relevo',
        events: ['message.delivered', 'message.bounced', 'message.failed'],
      },
    },
  },
  'GET /api/v1/webhooks/[id]': {
    id: 'getWebhook',
    tag: 'webhooks',
    summary: 'Get a webhook',
    answer: WebhookAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/webhooks/[id]': {
    id: 'updateWebhook',
    tag: 'webhooks',
    summary: 'Change a webhook',
    description:
      'What is left out stays. Switched on again it is told what happens from then on, and what still waited; what lies between comes by a replay.',
    answer: WebhookAnswer,
    fields: { url, events },
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { events: ['message.bounced', 'message.complained'] } },
  },
  'DELETE /api/v1/webhooks/[id]': {
    id: 'deleteWebhook',
    tag: 'webhooks',
    summary: 'Delete a webhook',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/webhooks/[id]/test': {
    id: 'testWebhook',
    tag: 'webhooks',
    summary: 'Send it a test',
    description: 'An event `webhook.test`, at once and once only.',
    answer: WebhookTestAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/webhooks/[id]/rotate': {
    id: 'rotateWebhookSecret',
    tag: 'webhooks',
    summary: 'Give it a new secret',
    description:
      'Until the one from before ends, each delivery has a signature of both: change the receiver over meanwhile.',
    answer: NewSecretAnswer,
    fields: { graceHours: 'How long the one from before signs on.' },
    errors: ['not_found'],
    example: { body: { graceHours: 24 } },
  },
  'GET /api/v1/webhooks/[id]/deliveries': {
    id: 'listWebhookDeliveries',
    tag: 'webhooks',
    summary: 'List what it was told',
    description: 'Newest first, for 30 days: what was sent, what was answered, and when it is tried next.',
    answer: DeliveriesPage,
    fields: PAGE,
    errors: ['not_found'],
    example: { query: { state: 'failed', limit: '10' } },
  },
  'POST /api/v1/webhooks/[id]/replay': {
    id: 'replayWebhook',
    tag: 'webhooks',
    summary: 'Tell it again',
    description:
      'One delivery, or all that happened in a span of time, also what it was never told, oldest first. Each has the `webhook-id` it had.',
    answer: ReplayedAnswer,
    fields: {
      delivery: 'Its id.',
      since: 'What happened at this moment or later.',
      until: 'What happened before this moment.',
      failed: 'Only what it has not taken.',
      dryRun: DRY_RUN,
      ...IN_STEPS,
    },
    errors: ['not_found', 'conflict'],
    example: { body: { since: '2026-11-27T00:00:00Z', until: '2026-11-28T00:00:00Z', failed: true } },
  },
};
