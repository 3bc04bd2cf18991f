import { importContacts } from '@/lib/contacts/import';
import { ContactImport } from '@/lib/contacts/import-schema';
import { MAX_FILE_BYTES } from '@/lib/contacts/schema';
import { withText } from '@/lib/http/body';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'contacts:write', query: ContactImport }, (ctx, { request, query }) =>
  withText(request, MAX_FILE_BYTES, (text) => importContacts(ctx, text, query)),
);
