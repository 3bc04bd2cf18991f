import { untrustedHtml } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { getPreview } from '@/lib/messages/preview';
import { PreviewQuery } from '@/lib/messages/schema';

export const GET = handle({ scope: 'messages:read', query: PreviewQuery }, async (ctx, { params, query }) =>
  untrustedHtml(await getPreview(ctx, params.id!), { remotePictures: query.pictures === 'all' }),
);
