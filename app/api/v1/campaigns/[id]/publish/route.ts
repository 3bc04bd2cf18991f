import { publishCampaign } from '@/lib/campaigns/archive/publish';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write' }, (ctx, { params }) =>
  publishCampaign(ctx, { id: params.id! }),
);
