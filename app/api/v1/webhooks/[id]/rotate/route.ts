import { handle } from '@/lib/http/handle';
import { rotateWebhookSecret } from '@/lib/webhooks/change';
import { RotateSecretInput } from '@/lib/webhooks/schema';

export const POST = handle(
  { scope: 'webhooks:write', body: RotateSecretInput, bodyOptional: true },
  (ctx, { body, params }) => rotateWebhookSecret(ctx, { ...body, id: params.id! }),
);
