import { createDomain } from '@/lib/domains/change';
import { listDomains } from '@/lib/domains/find';
import { DomainInput } from '@/lib/domains/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read' }, listDomains);

export const POST = handle({ scope: 'domains:write', body: DomainInput, status: 201 }, (ctx, { body }) =>
  createDomain(ctx, body),
);
