import { handle } from '@/lib/http/handle';
import { createRule, listRules } from '@/lib/rules/change';
import { RuleFilter, RuleInput } from '@/lib/rules/schema';

export const GET = handle({ scope: 'rules:read', query: RuleFilter }, (ctx, { query }) =>
  listRules(ctx, query),
);

export const POST = handle({ scope: 'rules:write', body: RuleInput, status: 201 }, (ctx, { body }) =>
  createRule(ctx, body),
);
