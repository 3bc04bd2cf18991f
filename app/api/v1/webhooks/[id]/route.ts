import { handle } from '@/lib/http/handle';
import { deleteWebhook, updateWebhook } from '@/lib/webhooks/change';
import { getWebhook } from '@/lib/webhooks/list';
import { WebhookPatch } from '@/lib/webhooks/schema';

export const GET = handle({ scope: 'webhooks:read' }, (ctx, { params }) =>
  getWebhook(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'webhooks:write', body: WebhookPatch }, (ctx, { body, params }) =>
  updateWebhook(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'webhooks:write', confirm: false }, (ctx, { params }) =>
  deleteWebhook(ctx, { id: params.id! }),
);
