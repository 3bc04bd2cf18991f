import { handle } from '@/lib/http/handle';
import { addSuppression } from '@/lib/suppressions/add';
import { listSuppressions } from '@/lib/suppressions/list';
import { SuppressionFilter, SuppressionInput } from '@/lib/suppressions/schema';

export const GET = handle({ scope: 'suppressions:read', query: SuppressionFilter }, (ctx, { query }) =>
  listSuppressions(ctx, query),
);

export const POST = handle(
  { scope: 'suppressions:write', body: SuppressionInput, status: 201 },
  (ctx, { body }) => addSuppression(ctx, body),
);
