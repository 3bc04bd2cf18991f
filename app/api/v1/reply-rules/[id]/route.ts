import { handle } from '@/lib/http/handle';
import { deleteReplyRule, updateReplyRule } from '@/lib/replies/own/change';
import { getReplyRule } from '@/lib/replies/own/find';
import { ReplyRulePatch } from '@/lib/replies/own/schema';

export const GET = handle({ scope: 'settings:read' }, (ctx, { params }) =>
  getReplyRule(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'settings:write', body: ReplyRulePatch }, (ctx, { params, body }) =>
  updateReplyRule(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'settings:write' }, (ctx, { params }) =>
  deleteReplyRule(ctx, { id: params.id! }),
);
