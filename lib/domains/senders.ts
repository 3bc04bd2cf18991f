import type { StoredSenders } from '@/drizzle/schema/domains';
import { isVisible } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { cachedProviders } from '@/lib/providers/cache';
import type { LoadedProvider } from '@/lib/providers/load';
import type { DomainInput } from './schema';

/** Providers by id or name, one's own before the shared ones. @throws AppError validation_failed */
export async function readSenders(
  ctx: Context,
  { addresses, providers: refs }: DomainInput['senders'],
): Promise<StoredSenders> {
  const visible = (await emailProviders())
    .filter(({ row }) => isVisible(ctx)(row))
    .toSorted((a, b) => Number(a.row.companyId === null) - Number(b.row.companyId === null));
  const ids = refs.map((ref, index) => {
    const found =
      visible.find(({ row }) => row.id === ref.toLowerCase()) ??
      visible.find(({ row }) => row.name.toLowerCase() === ref.toLowerCase());
    if (!found) throw invalid(`senders.providers.${index}`, 'no_provider', { provider: ref });
    return found.row.id;
  });
  return { addresses: [...new Set(addresses)], providerIds: [...new Set(ids)] };
}

/** Those that were deleted since are left out. */
export async function sendersOf({ providerIds }: StoredSenders): Promise<LoadedProvider[]> {
  return (await emailProviders()).filter(({ row }) => providerIds.includes(row.id));
}

/** Who may send for a domain of that company, or of all where that is null. */
export async function providersFor(companyId: string | null): Promise<LoadedProvider[]> {
  return (await emailProviders()).filter(
    ({ row }) => companyId === null || row.companyId === null || row.companyId === companyId,
  );
}

async function emailProviders(): Promise<LoadedProvider[]> {
  return (await cachedProviders()).filter(({ row, adapter }) => row.channel === 'email' && !adapter.keeps);
}
