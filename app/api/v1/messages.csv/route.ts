import { csvFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { exportMessages } from '@/lib/messages/export';
import { ExportQuery } from '@/lib/messages/schema';

export const GET = handle({ scope: 'messages:read', query: ExportQuery }, async (ctx, { query }) =>
  csvFile('messages', exportMessages(ctx, query)),
);
