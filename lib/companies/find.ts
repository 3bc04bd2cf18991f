import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import { db, type Transaction } from '@/lib/database/db';
import { isUuid } from '@/lib/ids';
import type { CompanyRow } from './view';

/** By id, key or name, as the API and the command line take any. */
export async function findCompany(ref: string): Promise<CompanyRow | undefined> {
  return (await companyNamed(ref))[0];
}

/** The query behind: a key goes before a name. `own` is a further condition. */
export function companyNamed(ref: string, { from = db(), own }: Among = {}) {
  return from
    .select()
    .from(companies)
    .where(and(matchesRef(ref), own))
    .orderBy(sql`${companies.key} <> ${ref}`)
    .limit(1);
}

type Among = { from?: Pick<Transaction, 'select'>; own?: SQL };

function matchesRef(ref: string): SQL | undefined {
  const named = or(eq(companies.key, ref), eq(sql`lower(${companies.name})`, ref.toLowerCase()));
  return isUuid(ref) ? or(eq(companies.id, ref), named) : named;
}
