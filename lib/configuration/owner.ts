import { companyIdOf } from '@/lib/companies/resolve';

/** Of what a view says of its company: the key, or nothing where it is shared by all. */
export async function ownerOf(company: string | undefined): Promise<string | null> {
  return company === undefined ? null : ((await companyIdOf(company)) ?? null);
}
