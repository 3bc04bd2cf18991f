import { csvFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { exportMessages } from '@/lib/messages/export';
import { ExportQuery } from '@/lib/messages/schema';

/** All at once leaves the house: whoever finds a session open must not take it along. */
export const GET = handle(
  { scope: 'messages:read', query: ExportQuery, confirm: true },
  async (ctx, { query }) => csvFile('messages', exportMessages(ctx, query)),
);
