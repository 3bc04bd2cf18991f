import { endDrill } from '@/lib/drills/end';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  endDrill(ctx, { id: params.id! }),
);
