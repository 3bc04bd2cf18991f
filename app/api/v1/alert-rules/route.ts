import { createAlertRule, listAlertRules } from '@/lib/alerts/rules';
import { AlertRuleInput } from '@/lib/alerts/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'alerts:read' }, listAlertRules);

export const POST = handle({ scope: 'alerts:write', body: AlertRuleInput, status: 201 }, (ctx, { body }) =>
  createAlertRule(ctx, body),
);
