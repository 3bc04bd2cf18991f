import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { selectProviders } from './list';
import { matchesIdOrName, ownFirst } from './match';
import type { ProviderView } from './schema';

/** By id or by name. @throws AppError not_found */
export async function getProvider(ctx: Context, idOrName: string): Promise<ProviderView> {
  const [provider] = await selectProviders(ctx, matchesIdOrName(ctx, idOrName), ownFirst(ctx, idOrName));
  if (!provider) throw notFound('provider', idOrName);
  return provider;
}
