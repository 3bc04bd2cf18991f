import type { companies } from '@/drizzle/schema/companies';
import type { CompanyView } from './schema';

export type CompanyRow = typeof companies.$inferSelect;

export function viewCompany({ createdAt, updatedAt, ...row }: CompanyRow): CompanyView {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
