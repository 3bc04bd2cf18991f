import { listPairs } from '@/lib/domains/pairs/list-pairs';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read' }, (ctx, { params }) => listPairs(ctx, params.id!));
