import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/drizzle/schema/companies';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { forgetCompanies } from './cache';
import { mayChangeCompanies } from './own-only';
import type { CompanyInput, CompanyView } from './schema';
import { withUniqueNames } from './unique';
import { viewCompany } from './view';

/** @throws AppError name_taken, forbidden */
export async function createCompany(
  ctx: Context,
  input: z.output<typeof CompanyInput>,
): Promise<CompanyView> {
  mayChangeCompanies(ctx);
  const row = await withUniqueNames(input, () =>
    mutation(ctx, 'company.create', async (tx) => {
      const key = input.key ?? (await freeKey(tx, input.name));
      const [created] = await tx
        .insert(companies)
        .values({ ...input, key, id: newId() })
        .returning();
      return { result: created!, subjectId: created!.id, ownerId: created!.id, after: created };
    }),
  );
  forgetCompanies();
  return viewCompany(row);
}

/** `Clínica San José` → `clinica-san-jose`, with a number where that one is taken. */
async function freeKey(tx: Transaction, name: string): Promise<string> {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const base = words.slice(0, 30).replace(/-+$/, '') || 'company';
  const taken = await tx
    .select({ key: companies.key })
    .from(companies)
    .where(sql`${companies.key} like ${`${base}%`}`);
  const keys = new Set(taken.map((row) => row.key));
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!keys.has(key)) return key;
  }
}
