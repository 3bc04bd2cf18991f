import type { Transaction } from '@/lib/database/db';
import { companyNamed } from './find';
import type { CompanyRow } from './view';

export async function lockCompany(tx: Transaction, ref: string): Promise<CompanyRow | undefined> {
  const [row] = await companyNamed(ref, { from: tx }).for('update');
  return row;
}
