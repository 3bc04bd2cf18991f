import { z } from 'zod';
import { readReportUpload } from '@/lib/domains/reports/read-reports';
import { handle } from '@/lib/http/handle';

const Options = z.strictObject({ dryRun: z.stringbool().optional() });

/** The body is a file. */
export const POST = handle({ scope: 'domains:write', query: Options }, (ctx, { query, request }) =>
  readReportUpload(ctx, request, query),
);
