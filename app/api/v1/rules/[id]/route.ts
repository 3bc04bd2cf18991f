import { handle } from '@/lib/http/handle';
import { deleteRule, getRule, updateRule } from '@/lib/rules/change';
import { RulePatch } from '@/lib/rules/schema';

export const GET = handle({ scope: 'rules:read' }, (ctx, { params }) => getRule(ctx, { id: params.id! }));

export const PATCH = handle({ scope: 'rules:write', body: RulePatch }, (ctx, { params, body }) =>
  updateRule(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'rules:write' }, (ctx, { params }) =>
  deleteRule(ctx, { id: params.id! }),
);
