import { plainText } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { getSource } from '@/lib/messages/content';

export const GET = handle({ scope: 'messages:read' }, async (ctx, { params }) =>
  plainText(await getSource(ctx, params.id!)),
);
