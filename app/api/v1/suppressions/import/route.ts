import { handle } from '@/lib/http/handle';
import { readCsvBody } from '@/lib/suppressions/csv-body';
import { importSuppressions } from '@/lib/suppressions/import';

export const POST = handle({ scope: 'suppressions:write' }, (ctx, { request }) =>
  importSuppressions(ctx, readCsvBody(request)),
);
