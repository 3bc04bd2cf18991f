import type { companies } from '@/drizzle/schema/companies';
import type { CompanyView } from './schema';

export type CompanyRow = typeof companies.$inferSelect;

export function viewCompany({ createdAt, updatedAt, brand, ...row }: CompanyRow): CompanyView {
  const { color, website } = brand;
  return {
    ...row,
    brand: { color, website },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
