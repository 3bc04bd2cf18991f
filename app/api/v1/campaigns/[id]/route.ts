import { deleteCampaign, getCampaign, updateCampaign } from '@/lib/campaigns/change';
import { CampaignPatch } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'campaigns:read' }, (ctx, { params }) =>
  getCampaign(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'campaigns:write', body: CampaignPatch }, (ctx, { params, body }) =>
  updateCampaign(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'campaigns:write' }, (ctx, { params }) =>
  deleteCampaign(ctx, { id: params.id! }),
);
