import { handle } from '@/lib/http/handle';
import { ToSourceInput, turnToSource } from '@/lib/templates/turn-to-source';

export const POST = handle(
  { scope: 'templates:write', body: ToSourceInput, bodyOptional: true },
  (ctx, { params, body }) => turnToSource(ctx, { ...body, id: params.id! }),
);
