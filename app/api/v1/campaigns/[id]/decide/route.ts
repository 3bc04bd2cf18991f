import { decideCampaign } from '@/lib/campaigns/decide';
import { DecideInput } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'campaigns:write', body: DecideInput }, (ctx, { params, body }) =>
  decideCampaign(ctx, { ...body, id: params.id! }),
);
