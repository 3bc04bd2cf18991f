import { and, eq } from 'drizzle-orm';
import { providerKeys, providers } from '@/drizzle/schema/providers';
import { db } from '@/lib/db';
import type { Adapter, ProviderConfig } from './adapter';
import { openSecrets } from './credentials';
import { matchesIdOrName } from './get';
import { getAdapter } from './registry';
import type { ProviderRow } from './view';

/** A provider ready to be used: its row, its adapter, its settings parsed and its secrets opened. */
export type LoadedProvider = { row: ProviderRow; adapter: Adapter; config: ProviderConfig };

export async function loadProviders(): Promise<LoadedProvider[]> {
  const rows = await db()
    .select({ provider: providers, key: providerKeys })
    .from(providers)
    .leftJoin(providerKeys, and(eq(providerKeys.providerId, providers.id), eq(providerKeys.active, true)));
  return rows.map(({ provider, key }) => toLoaded(provider, key));
}

export async function loadProvider(idOrName: string): Promise<LoadedProvider | undefined> {
  const [row] = await db()
    .select({ provider: providers, key: providerKeys })
    .from(providers)
    .leftJoin(providerKeys, and(eq(providerKeys.providerId, providers.id), eq(providerKeys.active, true)))
    .where(matchesIdOrName(idOrName));
  return row && toLoaded(row.provider, row.key);
}

function toLoaded(row: ProviderRow, key: typeof providerKeys.$inferSelect | null): LoadedProvider {
  const adapter = getAdapter(row.kind);
  const config = {
    id: row.id,
    name: row.name,
    version: row.version,
    settings: adapter.settings.parse(row.settings),
    secrets: openSecrets(key),
  };
  return { row, adapter, config };
}
