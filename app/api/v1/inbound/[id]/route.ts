import { handle } from '@/lib/http/handle';
import { getInbound } from '@/lib/inbound/list-inbound';

/** Of a person for who sees to providers: it has what the settings leave out of events, such as whole addresses of visitors. */
export const GET = handle({ scope: 'events:read', may: 'providers.write' }, (ctx, { params }) =>
  getInbound(ctx, { id: params.id! }),
);
