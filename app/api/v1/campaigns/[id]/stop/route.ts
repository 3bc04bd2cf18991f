import { stopCampaign } from '@/lib/campaigns/halt';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write' }, (ctx, { params }) =>
  stopCampaign(ctx, { id: params.id! }),
);
