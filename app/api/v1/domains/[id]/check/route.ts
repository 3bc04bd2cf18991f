import { checkDomain } from '@/lib/domains/check';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'domains:write' }, (ctx, { params }) =>
  checkDomain(ctx, { id: params.id! }),
);
