import { deleteCompany } from '@/lib/companies/delete';
import { getCompany } from '@/lib/companies/get';
import { CompanyPatch } from '@/lib/companies/schema';
import { updateCompany } from '@/lib/companies/update';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'companies:read' }, (ctx, { params }) => getCompany(ctx, params.id!));

export const PATCH = handle({ scope: 'companies:write', body: CompanyPatch }, (ctx, { params, body }) =>
  updateCompany(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'companies:write' }, (ctx, { params }) =>
  deleteCompany(ctx, { id: params.id! }),
);
