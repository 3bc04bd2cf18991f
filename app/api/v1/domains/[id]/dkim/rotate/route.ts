import { rotateKeys } from '@/lib/domains/change';
import { RotateInput } from '@/lib/domains/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'domains:write', body: RotateInput }, (ctx, { params, body }) =>
  rotateKeys(ctx, { ...body, id: params.id! }),
);
