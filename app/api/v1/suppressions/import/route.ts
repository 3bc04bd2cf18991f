import { handle } from '@/lib/http/handle';
import { readCsvBody } from '@/lib/suppressions/csv-body';
import { importSuppressions } from '@/lib/suppressions/import';
import { SuppressionImport } from '@/lib/suppressions/schema';

export const POST = handle(
  { scope: 'suppressions:write', query: SuppressionImport },
  (ctx, { request, query }) => importSuppressions(ctx, readCsvBody(request), query),
);
