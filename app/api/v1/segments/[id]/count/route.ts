import { handle } from '@/lib/http/handle';
import { countSegment } from '@/lib/segments/preview';

export const GET = handle({ scope: 'lists:read' }, (ctx, { params }) =>
  countSegment(ctx, { id: params.id! }),
);
