import { listContacts } from '@/lib/contacts/list';
import { upsertContact } from '@/lib/contacts/save';
import { ContactFilter, ContactInput } from '@/lib/contacts/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'contacts:read', query: ContactFilter }, (ctx, { query }) =>
  listContacts(ctx, query),
);

export const POST = handle({ scope: 'contacts:write', body: ContactInput }, (ctx, { body }) =>
  upsertContact(ctx, body),
);
