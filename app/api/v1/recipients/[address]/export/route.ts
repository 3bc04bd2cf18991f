import { jsonFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { exportRecipient } from '@/lib/recipients/export';

export const GET = handle({ scope: 'messages:read', confirm: true }, async (ctx, { params }) =>
  jsonFile('recipient', exportRecipient(ctx, { address: params.address! })),
);
