import { deleteAlertRule, getAlertRule, updateAlertRule } from '@/lib/alerts/rules';
import { AlertRulePatch } from '@/lib/alerts/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'alerts:read' }, (ctx, { params }) =>
  getAlertRule(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'alerts:write', body: AlertRulePatch }, (ctx, { body, params }) =>
  updateAlertRule(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'alerts:write' }, (ctx, { params }) =>
  deleteAlertRule(ctx, { id: params.id! }),
);
