import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { companyNamed } from './find';
import { ownOnly } from './own-only';
import type { CompanyView } from './schema';
import { viewCompany } from './view';

/** By id, key or name. @throws AppError not_found */
export async function getCompany(ctx: Context, ref: string): Promise<CompanyView> {
  const [row] = await companyNamed(ref, { own: ownOnly(ctx) });
  if (!row) throw notFound('company', ref);
  return viewCompany(row);
}
