import { handle } from '@/lib/http/handle';
import { listComing } from '@/lib/rules/coming';
import { ComingQuery } from '@/lib/rules/schema';

export const GET = handle({ scope: 'rules:read', query: ComingQuery }, (ctx, { query }) =>
  listComing(ctx, query),
);
