import { handle } from '@/lib/http/handle';
import { rotateToken } from '@/lib/tokens/rotate';
import { RotateInput } from '@/lib/tokens/schema';

export const POST = handle(
  { scope: 'tokens:write', body: RotateInput, bodyOptional: true },
  (ctx, { body, params }) => rotateToken(ctx, { ...body, id: params.id! }),
);
