import { createCampaign, listCampaigns } from '@/lib/campaigns/change';
import { CampaignFilter, CampaignInput } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'campaigns:read', query: CampaignFilter }, (ctx, { query }) =>
  listCampaigns(ctx, query),
);

export const POST = handle({ scope: 'campaigns:write', body: CampaignInput, status: 201 }, (ctx, { body }) =>
  createCampaign(ctx, body),
);
