import { upsertContacts } from '@/lib/contacts/save';
import { ContactBatch } from '@/lib/contacts/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  {
    scope: 'contacts:write',
    body: ContactBatch,
    maxBodyBytes: 8 * 1024 * 1024,
    maxBodyValues: 100_000,
  },
  (ctx, { body }) => upsertContacts(ctx, body),
);
