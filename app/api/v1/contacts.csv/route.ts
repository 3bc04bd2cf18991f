import { exportContacts } from '@/lib/contacts/export';
import { ContactExport } from '@/lib/contacts/schema';
import { csvFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';

/** All at once leaves the house: whoever finds a session open must not take it along. */
export const GET = handle(
  { scope: 'contacts:read', query: ContactExport, confirm: true },
  async (ctx, { query }) => csvFile('contacts', await exportContacts(ctx, query)),
);
