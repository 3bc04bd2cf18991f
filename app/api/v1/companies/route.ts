import { createCompany } from '@/lib/companies/create';
import { listCompanies } from '@/lib/companies/list';
import { CompanyInput } from '@/lib/companies/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'companies:read' }, listCompanies);

export const POST = handle({ scope: 'companies:write', body: CompanyInput, status: 201 }, (ctx, { body }) =>
  createCompany(ctx, body),
);
