import { resumeCampaign } from '@/lib/campaigns/halt';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write' }, (ctx, { params }) =>
  resumeCampaign(ctx, { id: params.id! }),
);
