import { handle } from '@/lib/http/handle';
import { publishVersion } from '@/lib/templates/publish';
import { PublishInput } from '@/lib/templates/schema';

export const POST = handle(
  { scope: 'templates:write', body: PublishInput, bodyOptional: true },
  (ctx, { params, body }) => publishVersion(ctx, { ...body, id: params.id! }),
);
