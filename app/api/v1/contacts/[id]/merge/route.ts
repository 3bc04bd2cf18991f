import { MergeInput } from '@/lib/contacts/schema';
import { handle } from '@/lib/http/handle';
import { mergeContacts } from '@/lib/recipients/merge-contacts';

export const POST = handle({ scope: 'contacts:write', body: MergeInput }, (ctx, { params, body }) =>
  mergeContacts(ctx, { ...body, id: params.id! }),
);
