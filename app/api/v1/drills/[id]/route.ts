import { getDrill } from '@/lib/drills/get';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'providers:read' }, (ctx, { params }) =>
  getDrill(ctx, { id: params.id! }),
);
