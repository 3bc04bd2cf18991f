import { handle } from '@/lib/http/handle';
import { eraseRecipient } from '@/lib/recipients/erase';

export const POST = handle({ scope: 'security:write' }, (ctx, { params }) =>
  eraseRecipient(ctx, { address: params.address! }),
);
