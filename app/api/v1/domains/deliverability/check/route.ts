import { checkMatrix } from '@/lib/domains/pairs/list-matrix';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'domains:write' }, (ctx) => checkMatrix(ctx));
