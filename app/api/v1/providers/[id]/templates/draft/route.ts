import { handle } from '@/lib/http/handle';
import { draftOf } from '@/lib/whatsapp-templates/draft';
import { DraftQuery } from '@/lib/whatsapp-templates/schema';

export const GET = handle({ scope: 'providers:read', query: DraftQuery }, (ctx, { params, query }) =>
  draftOf(ctx, { id: params.id!, ...query }),
);
