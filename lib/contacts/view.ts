import { keyOf } from '@/lib/companies/resolve';
import { type ContactRow, factsOf } from './known';
import type { ContactView } from './schema';

export async function viewContact(row: ContactRow): Promise<ContactView> {
  const company = await keyOf(row.companyId);
  return {
    id: row.id,
    ...factsOf(row),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(company && { company }),
  };
}
