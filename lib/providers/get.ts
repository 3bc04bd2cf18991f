import { eq, or, type SQL, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { selectProviders } from './list';
import type { ProviderView } from './schema';

/** By id or by name, as the API and the command line take either. @throws AppError not_found */
export async function getProvider(_ctx: Context, idOrName: string): Promise<ProviderView> {
  const [provider] = await selectProviders(matchesIdOrName(idOrName));
  if (!provider) throw notFound('provider', idOrName);
  return provider;
}

export function matchesIdOrName(idOrName: string): SQL | undefined {
  const byName = eq(sql`lower(${providers.name})`, idOrName.toLowerCase());
  return isUuid(idOrName) ? or(eq(providers.id, idOrName), byName) : byName;
}
