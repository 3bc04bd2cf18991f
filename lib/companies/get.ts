import { and } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { matchesRef } from './find';
import { ownOnly } from './own-only';
import type { CompanyView } from './schema';
import { viewCompany } from './view';

/** By id, key or name. @throws AppError not_found */
export async function getCompany(ctx: Context, ref: string): Promise<CompanyView> {
  const [row] = await db()
    .select()
    .from(companies)
    .where(and(matchesRef(ref), ownOnly(ctx)))
    .limit(1);
  if (!row) throw notFound('company', ref);
  return viewCompany(row);
}
