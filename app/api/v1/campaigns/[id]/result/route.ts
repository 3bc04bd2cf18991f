import { resultOf } from '@/lib/campaigns/result';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'campaigns:read' }, (ctx, { params }) =>
  resultOf(ctx, { id: params.id! }),
);
