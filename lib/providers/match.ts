import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { isUuid } from '@/lib/ids';

type Scope = Pick<Context, 'companyId'>;

/** By id or by name, as the API and the command line take either, among one's own and the shared ones. The first by `ownFirst` is meant. */
export function matchesIdOrName(ctx: Scope, idOrName: string): SQL | undefined {
  const byName = eq(sql`lower(${providers.name})`, idOrName.toLowerCase());
  const either = isUuid(idOrName) ? or(eq(providers.id, idOrName), byName) : byName;
  return and(either, scoped(ctx, providers.companyId, 'shared'));
}

/** A name stands for one's own provider, then for the shared one; who sees all companies means the shared one. */
export function ownFirst({ companyId }: Scope, idOrName: string): SQL[] {
  return [
    sql`${providers.id}::text <> ${idOrName.toLowerCase()}`,
    ...(companyId === null ? [] : [sql`${providers.companyId} is distinct from ${companyId}`]),
    sql`${providers.companyId} is not null`,
    asc(providers.id),
  ];
}
