import { handle } from '@/lib/http/handle';
import { ReplayInput } from '@/lib/inbound/inbound-schema';
import { replayMany } from '@/lib/inbound/replay';

export const POST = handle({ scope: 'providers:write', body: ReplayInput }, (ctx, { body }) =>
  replayMany(ctx, body),
);
