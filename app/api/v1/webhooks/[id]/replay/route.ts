import { handle } from '@/lib/http/handle';
import { replayWebhook } from '@/lib/webhooks/replay';
import { ReplayInput } from '@/lib/webhooks/schema';

export const POST = handle(
  { scope: 'webhooks:write', body: ReplayInput, confirm: false },
  (ctx, { body, params }) => replayWebhook(ctx, { ...body, id: params.id! }),
);
