import { eq, or, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import { db, type Transaction } from '@/lib/database/db';
import { isUuid } from '@/lib/ids';
import type { CompanyRow } from './view';

/** By id, key or name, as the API and the command line take any; a key goes before a name. */
export async function findCompany(
  ref: string,
  from: Pick<Transaction, 'select'> = db(),
): Promise<CompanyRow | undefined> {
  const [row] = await from
    .select()
    .from(companies)
    .where(matchesRef(ref))
    .orderBy(sql`${companies.key} <> ${ref}`)
    .limit(1);
  return row;
}

export function matchesRef(ref: string): SQL | undefined {
  const named = or(eq(companies.key, ref), eq(sql`lower(${companies.name})`, ref.toLowerCase()));
  return isUuid(ref) ? or(eq(companies.id, ref), named) : named;
}
