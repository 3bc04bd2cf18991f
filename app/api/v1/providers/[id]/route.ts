import { handle } from '@/lib/http/handle';
import { deleteProvider } from '@/lib/providers/delete';
import { getProvider } from '@/lib/providers/get';
import { ProviderPatch } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';

export const GET = handle({ scope: 'providers:read' }, (ctx, { params }) => getProvider(ctx, params.id!));

export const PATCH = handle({ scope: 'providers:write', body: ProviderPatch }, (ctx, { params, body }) =>
  updateProvider(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  deleteProvider(ctx, { id: params.id! }),
);
