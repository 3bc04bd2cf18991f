import { handle } from '@/lib/http/handle';
import { testWebhook } from '@/lib/webhooks/test-webhook';

export const POST = handle({ scope: 'webhooks:write', confirm: false }, (ctx, { params }) =>
  testWebhook(ctx, { id: params.id! }),
);
