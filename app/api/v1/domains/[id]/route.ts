import { deleteDomain, updateDomain } from '@/lib/domains/change';
import { getDomain } from '@/lib/domains/find';
import { DomainPatch } from '@/lib/domains/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read' }, (ctx, { params }) => getDomain(ctx, params.id!));

export const PATCH = handle({ scope: 'domains:write', body: DomainPatch }, (ctx, { params, body }) =>
  updateDomain(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'domains:write' }, (ctx, { params }) =>
  deleteDomain(ctx, { id: params.id! }),
);
