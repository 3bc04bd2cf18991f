import { restoreVersion } from '@/lib/configuration/versions/restore';
import { numberOf, RestoreInput } from '@/lib/configuration/versions/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'config:write', body: RestoreInput, bodyOptional: true },
  (ctx, { params, body }) => restoreVersion(ctx, { number: numberOf(params.number!), ...body }),
);
