import { approveCampaign } from '@/lib/campaigns/approval/approve';
import { ApproveInput } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'campaigns:write', body: ApproveInput, bodyOptional: true },
  (ctx, { params, body }) => approveCampaign(ctx, { ...body, id: params.id! }),
);
