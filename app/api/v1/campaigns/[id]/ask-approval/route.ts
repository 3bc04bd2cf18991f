import { askForApproval } from '@/lib/campaigns/approval/approve';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write' }, (ctx, { params }) =>
  askForApproval(ctx, { id: params.id! }),
);
