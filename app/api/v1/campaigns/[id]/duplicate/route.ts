import { duplicateCampaign } from '@/lib/campaigns/copy';
import { DuplicateInput } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'campaigns:write', body: DuplicateInput, status: 201 },
  (ctx, { params, body }) => duplicateCampaign(ctx, { ...body, id: params.id! }),
);
