import { handle } from '@/lib/http/handle';
import { listDeliveries } from '@/lib/webhooks/deliveries';
import { DeliveryFilter } from '@/lib/webhooks/schema';

export const GET = handle({ scope: 'webhooks:read', query: DeliveryFilter }, (ctx, { query, params }) =>
  listDeliveries(ctx, { ...query, id: params.id! }),
);
