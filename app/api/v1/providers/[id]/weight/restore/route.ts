import { handle } from '@/lib/http/handle';
import { RestoreWeightInput } from '@/lib/providers/health/health-schema';
import { restoreWeight } from '@/lib/providers/health/restore-weight';

export const POST = handle({ scope: 'providers:write', body: RestoreWeightInput }, (ctx, { params, body }) =>
  restoreWeight(ctx, { ...body, id: params.id! }),
);
