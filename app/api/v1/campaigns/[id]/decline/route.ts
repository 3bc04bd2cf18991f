import { declineCampaign } from '@/lib/campaigns/approval/approve';
import { DeclineInput } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write', body: DeclineInput }, (ctx, { params, body }) =>
  declineCampaign(ctx, { ...body, id: params.id! }),
);
