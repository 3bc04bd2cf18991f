import { z } from 'zod';
import { readUpload } from '@/lib/bounces/read-upload';
import { handle } from '@/lib/http/handle';
import { listBounces } from '@/lib/suppressions/list-bounces';
import { BounceFilter } from '@/lib/suppressions/schema';

export const GET = handle({ scope: 'suppressions:read', query: BounceFilter }, (ctx, { query }) =>
  listBounces(ctx, query),
);

const Options = z.strictObject({ dryRun: z.stringbool().optional() });

/** The body is a file. */
export const POST = handle({ scope: 'suppressions:write', query: Options }, (ctx, { query, request }) =>
  readUpload(ctx, request, query),
);
