import { handle } from '@/lib/http/handle';
import { createWebhook } from '@/lib/webhooks/create';
import { listWebhooks } from '@/lib/webhooks/list';
import { WebhookInput } from '@/lib/webhooks/schema';

export const GET = handle({ scope: 'webhooks:read' }, listWebhooks);

export const POST = handle({ scope: 'webhooks:write', body: WebhookInput, status: 201 }, (ctx, { body }) =>
  createWebhook(ctx, body),
);
