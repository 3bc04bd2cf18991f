import { inArray, or, sql as raw } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import type { Transaction } from '@/lib/database/db';
import { invalid } from '@/lib/errors';

/** Ids of the providers that are named, by name or id, of the token's company or shared. @throws AppError validation_failed */
export async function idsOfProviders(
  tx: Transaction,
  names: string[],
  companyId: string | null,
): Promise<string[]> {
  const lower = names.map((name) => name.toLowerCase());
  const rows = await tx
    .select({ id: providers.id, name: providers.name, companyId: providers.companyId })
    .from(providers)
    .where(or(inArray(raw`lower(${providers.name})`, lower), inArray(raw`${providers.id}::text`, lower)));
  const own = rows
    .filter((row) => companyId === null || row.companyId === null || row.companyId === companyId)
    .toSorted((a, b) => Number(a.companyId === null) - Number(b.companyId === null));
  return lower.map((name, index) => {
    const found = own.find(({ id }) => id === name) ?? own.find((row) => row.name.toLowerCase() === name);
    if (!found) throw invalid(`providers.${index}`, 'no_provider', { provider: names[index]! });
    return found.id;
  });
}
