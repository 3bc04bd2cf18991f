import { handle } from '@/lib/http/handle';
import { previewSegment } from '@/lib/segments/preview';
import { SegmentPreviewInput } from '@/lib/segments/schema';

export const POST = handle({ scope: 'lists:read', body: SegmentPreviewInput }, (ctx, { body }) =>
  previewSegment(ctx, body),
);
