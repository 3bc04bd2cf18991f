import { askSpf } from '@/lib/domains/ask-spf';
import { SpfQuestion } from '@/lib/domains/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'domains:write', body: SpfQuestion }, (ctx, { params, body }) =>
  askSpf(ctx, { ...body, id: params.id! }),
);
