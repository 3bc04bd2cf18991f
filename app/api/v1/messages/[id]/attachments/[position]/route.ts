import { download } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { getAttachment } from '@/lib/messages/content';

export const GET = handle({ scope: 'messages:read' }, async (ctx, { params }) =>
  download(await getAttachment(ctx, params.id!, Number(params.position))),
);
