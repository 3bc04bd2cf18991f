import { withText } from '@/lib/http/body';
import { handle } from '@/lib/http/handle';
import { importSuppressions } from '@/lib/suppressions/import';
import { MAX_FILE_BYTES, SuppressionImport } from '@/lib/suppressions/schema';

export const POST = handle(
  { scope: 'suppressions:write', query: SuppressionImport },
  (ctx, { request, query }) =>
    withText(request, MAX_FILE_BYTES, (text) => importSuppressions(ctx, text, query)),
);
