import { handle } from '@/lib/http/handle';
import { FiguresQuery, figuresOf } from '@/lib/notifications/figures';

export const GET = handle({ scope: 'notifications:read', query: FiguresQuery }, (ctx, { query }) =>
  figuresOf(ctx, query),
);
