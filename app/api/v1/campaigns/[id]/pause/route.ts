import { pauseCampaign } from '@/lib/campaigns/halt';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write' }, (ctx, { params }) =>
  pauseCampaign(ctx, { id: params.id! }),
);
