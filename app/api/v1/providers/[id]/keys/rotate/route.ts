import { handle } from '@/lib/http/handle';
import { rotateProviderKey } from '@/lib/providers/keys/rotate-key';

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  rotateProviderKey(ctx, { id: params.id! }),
);
