import { handle } from '@/lib/http/handle';
import { getDraft } from '@/lib/messages/draft';

export const GET = handle({ scope: 'messages:read' }, (ctx, { params }) => getDraft(ctx, params.id!));
