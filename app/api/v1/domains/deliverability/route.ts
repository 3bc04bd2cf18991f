import { listMatrix } from '@/lib/domains/pairs/list-matrix';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read' }, (ctx) => listMatrix(ctx));
