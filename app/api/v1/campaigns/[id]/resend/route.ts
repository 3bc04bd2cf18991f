import { resendCampaign } from '@/lib/campaigns/resend';
import { ResendInput } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'campaigns:write', body: ResendInput, status: 201 },
  (ctx, { params, body }) => resendCampaign(ctx, { ...body, id: params.id! }),
);
