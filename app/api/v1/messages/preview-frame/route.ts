import { previewFrame } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { PreviewQuery } from '@/lib/messages/schema';

export const GET = handle({ scope: 'messages:read', query: PreviewQuery }, async (_ctx, { query }) =>
  previewFrame({ remotePictures: query.pictures === 'all' }),
);
