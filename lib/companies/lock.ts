import { sql } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import type { Transaction } from '@/lib/database/db';
import { matchesRef } from './find';
import type { CompanyRow } from './view';

export async function lockCompany(tx: Transaction, ref: string): Promise<CompanyRow | undefined> {
  const [row] = await tx
    .select()
    .from(companies)
    .where(matchesRef(ref))
    .orderBy(sql`${companies.key} <> ${ref}`)
    .limit(1)
    .for('update');
  return row;
}
