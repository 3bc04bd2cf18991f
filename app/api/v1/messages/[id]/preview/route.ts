import { untrustedHtml } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { getPreview } from '@/lib/messages/content';

export const GET = handle({ scope: 'messages:read' }, async (ctx, { params }) =>
  untrustedHtml(await getPreview(ctx, params.id!)),
);
