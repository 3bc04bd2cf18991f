import { importContacts } from '@/lib/contacts/import';
import { ContactImport } from '@/lib/contacts/import-schema';
import { readTextBody } from '@/lib/contacts/read-file';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'contacts:write', query: ContactImport },
  async (ctx, { request, query }) => importContacts(ctx, await readTextBody(request), query),
);
