import { exportRecipients } from '@/lib/campaigns/export';
import { csvFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';

/** All at once leaves the house: whoever finds a session open must not take it along. */
export const GET = handle({ scope: 'campaigns:read', confirm: true }, async (ctx, { params }) =>
  csvFile('campaign', await exportRecipients(ctx, { id: params.id! })),
);
