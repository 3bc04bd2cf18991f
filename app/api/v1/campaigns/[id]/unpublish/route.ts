import { unpublishCampaign } from '@/lib/campaigns/archive/publish';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write' }, (ctx, { params }) =>
  unpublishCampaign(ctx, { id: params.id! }),
);
