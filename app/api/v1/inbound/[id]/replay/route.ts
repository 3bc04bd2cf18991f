import { handle } from '@/lib/http/handle';
import { replayInbound } from '@/lib/inbound/replay';

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  replayInbound(ctx, { id: params.id! }),
);
