import { createCompany } from '@/lib/companies/create';
import { deleteCompany } from '@/lib/companies/delete';
import { listCompanies } from '@/lib/companies/list';
import { CompanyInput, CompanyPatch } from '@/lib/companies/schema';
import { updateCompany } from '@/lib/companies/update';
import { type Noun, only } from '../noun';

const schema = CompanyPatch.omit({ version: true });
const FIELDS = Object.keys(schema.shape);

/** Known by its key, which stays. */
export const companies: Noun = {
  section: 'companies',
  schema,
  async list(ctx) {
    const { data } = await listCompanies(ctx);
    return data.map((view) => ({ id: view.id, companyId: null, name: view.key, fields: only(view, FIELDS) }));
  },
  async create(ctx, { name, fields }) {
    await createCompany(ctx, CompanyInput.parse({ ...fields, key: name }, { reportInput: true }));
  },
  async update(ctx, { id }, { fields }) {
    await updateCompany(ctx, { id, ...fields });
  },
  remove: (ctx, { id }) => deleteCompany(ctx, { id }),
};
