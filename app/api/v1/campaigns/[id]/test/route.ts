import { TestInput } from '@/lib/campaigns/schema';
import { testCampaign } from '@/lib/campaigns/start';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'campaigns:write', body: TestInput, status: 202 },
  (ctx, { params, body }) => testCampaign(ctx, { ...body, id: params.id! }),
);
