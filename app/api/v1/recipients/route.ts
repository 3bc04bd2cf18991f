import { handle } from '@/lib/http/handle';
import { findRecipients } from '@/lib/recipients/find';
import { RecipientSearch } from '@/lib/recipients/schema';

export const GET = handle({ scope: 'messages:read', query: RecipientSearch }, (ctx, { query }) =>
  findRecipients(ctx, query),
);
