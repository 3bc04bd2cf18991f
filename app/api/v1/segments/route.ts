import { handle } from '@/lib/http/handle';
import { createSegment, listSegments } from '@/lib/segments/change';
import { SegmentFilter, SegmentInput } from '@/lib/segments/schema';

export const GET = handle({ scope: 'lists:read', query: SegmentFilter }, (ctx, { query }) =>
  listSegments(ctx, query),
);

export const POST = handle({ scope: 'lists:write', body: SegmentInput, status: 201 }, (ctx, { body }) =>
  createSegment(ctx, body),
);
