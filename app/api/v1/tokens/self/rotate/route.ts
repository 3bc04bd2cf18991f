import { handle } from '@/lib/http/handle';
import { rotateSelf } from '@/lib/tokens/rotate';
import { RotateInput } from '@/lib/tokens/schema';

/** A program rotates the token that it uses, whatever else that may do. */
export const POST = handle(
  { scope: 'any', may: 'tokens.write', body: RotateInput, bodyOptional: true },
  (ctx, { body }) => rotateSelf(ctx, body),
);
