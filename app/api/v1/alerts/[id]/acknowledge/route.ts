import { acknowledgeAlert } from '@/lib/alerts/list';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'alerts:write' }, (ctx, { params }) =>
  acknowledgeAlert(ctx, { id: params.id! }),
);
