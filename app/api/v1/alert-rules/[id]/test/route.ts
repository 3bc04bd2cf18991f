import { testAlertRule } from '@/lib/alerts/rules';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'alerts:write' }, (ctx, { params }) =>
  testAlertRule(ctx, { id: params.id! }),
);
