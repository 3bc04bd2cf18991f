import { handle } from '@/lib/http/handle';
import { undoSuppressions } from '@/lib/suppressions/lift';
import { UndoInput } from '@/lib/suppressions/schema';

export const POST = handle({ scope: 'suppressions:write', body: UndoInput }, (ctx, { body }) =>
  undoSuppressions(ctx, body),
);
