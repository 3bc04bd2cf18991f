import { csvFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { exportSuppressions } from '@/lib/suppressions/export';
import { SuppressionSelection } from '@/lib/suppressions/schema';

export const GET = handle(
  { scope: 'suppressions:read', query: SuppressionSelection, confirm: true },
  async (ctx, { query }) => csvFile('suppressions', await exportSuppressions(ctx, query)),
);
