import { cachedCompanies } from '@/lib/companies/cache';
import { companyIdOf, notYours } from '@/lib/companies/resolve';
import { boundTo, type Context } from '@/lib/context';
import { invalid } from '@/lib/errors';

/** Who is for some companies alone knows only of people who are limited to these. */
export function isWithinReach(ctx: Context, { companyIds }: { companyIds: string[] | null }): boolean {
  const bound = boundTo(ctx);
  return !bound || (companyIds?.every((id) => bound.includes(id)) ?? false);
}

/** Of what a person is to be limited to. Not said: what who asks is bound to. @throws AppError forbidden, validation_failed */
export async function companyIdsFor(
  ctx: Context,
  refs: string[] | null | undefined,
): Promise<string[] | null> {
  const bound = boundTo(ctx);
  if (refs === undefined) return bound;
  if (refs === null) {
    if (bound) throw notYours(ctx, 'companies');
    return null;
  }
  const ids = new Set<string>();
  for (const ref of refs) {
    const id = await companyIdOf(ref);
    if (bound && !bound.includes(id ?? '')) throw notYours(ctx, 'companies');
    if (id === undefined) throw invalid('companies', 'no_company', { company: ref });
    ids.add(id);
  }
  return [...ids];
}

export async function keysOf(companyIds: string[] | null): Promise<string[] | null> {
  if (companyIds === null) return null;
  const known = await cachedCompanies();
  // Of one that was deleted there is only its id.
  return companyIds.map((id) => known.get(id)?.key ?? id);
}
