import { handle } from '@/lib/http/handle';
import { deleteSegment, getSegment, updateSegment } from '@/lib/segments/change';
import { SegmentPatch } from '@/lib/segments/schema';

export const GET = handle({ scope: 'lists:read' }, (ctx, { params }) => getSegment(ctx, { id: params.id! }));

export const PATCH = handle({ scope: 'lists:write', body: SegmentPatch }, (ctx, { params, body }) =>
  updateSegment(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'lists:write' }, (ctx, { params }) =>
  deleteSegment(ctx, { id: params.id! }),
);
