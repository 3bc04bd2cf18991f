import { handle } from '@/lib/http/handle';
import { createReplyRule } from '@/lib/replies/own/change';
import { listReplyRules } from '@/lib/replies/own/find';
import { ReplyRuleInput } from '@/lib/replies/own/schema';

export const GET = handle({ scope: 'settings:read' }, (ctx) => listReplyRules(ctx));

export const POST = handle({ scope: 'settings:write', body: ReplyRuleInput, status: 201 }, (ctx, { body }) =>
  createReplyRule(ctx, body),
);
