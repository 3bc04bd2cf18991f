import { listRecipients } from '@/lib/campaigns/people';
import { RecipientFilter } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'campaigns:read', query: RecipientFilter }, (ctx, { params, query }) =>
  listRecipients(ctx, { ...query, id: params.id! }),
);
