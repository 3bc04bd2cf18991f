import { listThings } from '@/lib/configuration/list-things';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'config:read' }, (ctx) => listThings(ctx));
