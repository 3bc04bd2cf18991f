import { sql } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { ownOnly } from './own-only';
import type { CompanyView } from './schema';
import { viewCompany } from './view';

/** All of them, by name; a company's token sees its own. There are tens of them, never thousands: no paging. */
export async function listCompanies(ctx: Context): Promise<{ data: CompanyView[] }> {
  const rows = await db().select().from(companies).where(ownOnly(ctx)).orderBy(sql`lower(${companies.name})`);
  return { data: rows.map(viewCompany) };
}
