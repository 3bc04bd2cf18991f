import { handle } from '@/lib/http/handle';
import { KeyInput } from '@/lib/providers/keys/key-schema';
import { addKey, listKeys } from '@/lib/providers/keys/keys';

export const GET = handle({ scope: 'providers:read' }, (ctx, { params }) =>
  listKeys(ctx, { id: params.id! }),
);

export const POST = handle(
  { scope: 'providers:write', body: KeyInput, status: 201 },
  (ctx, { params, body }) => addKey(ctx, { ...body, id: params.id! }),
);
