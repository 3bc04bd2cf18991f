import { checkHealth } from '@/lib/domains/health/check-health';
import { getHealth } from '@/lib/domains/health/get-health';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read' }, (ctx, { params }) => getHealth(ctx, params.id!));

export const POST = handle({ scope: 'domains:write' }, (ctx, { params }) =>
  checkHealth(ctx, { id: params.id! }),
);
