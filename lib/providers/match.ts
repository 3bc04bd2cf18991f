import { eq, or, type SQL, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { isUuid } from '@/lib/ids';

/** By id or by name, as the API and the command line take either. */
export function matchesIdOrName(idOrName: string): SQL | undefined {
  const byName = eq(sql`lower(${providers.name})`, idOrName.toLowerCase());
  return isUuid(idOrName) ? or(eq(providers.id, idOrName), byName) : byName;
}
