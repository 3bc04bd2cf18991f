import { handle } from '@/lib/http/handle';
import { reorderProviders } from '@/lib/providers/reorder';
import { ReorderInput } from '@/lib/providers/schema';

export const POST = handle({ scope: 'providers:write', body: ReorderInput }, (ctx, { body }) =>
  reorderProviders(ctx, body),
);
