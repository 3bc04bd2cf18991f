import { handle } from '@/lib/http/handle';
import { listReplyTables, TableFilter } from '@/lib/replies/list-tables';

export const GET = handle({ scope: 'settings:read', query: TableFilter }, (ctx, { query }) =>
  listReplyTables(ctx, query),
);
