import { checkCampaign } from '@/lib/campaigns/check';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'campaigns:read' }, (ctx, { params }) =>
  checkCampaign(ctx, { id: params.id! }),
);
