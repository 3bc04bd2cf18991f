import { handle } from '@/lib/http/handle';
import { getMessage } from '@/lib/messages/get';

export const GET = handle({ scope: 'messages:read' }, (ctx, { params }) => getMessage(ctx, params.id!));
