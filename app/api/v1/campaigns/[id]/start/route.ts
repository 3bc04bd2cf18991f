import { StartInput } from '@/lib/campaigns/schema';
import { startCampaign } from '@/lib/campaigns/start';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'campaigns:write', body: StartInput, bodyOptional: true },
  (ctx, { params, body }) => startCampaign(ctx, { ...body, id: params.id! }),
);
