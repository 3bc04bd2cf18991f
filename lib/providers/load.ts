import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import type { ProviderRow } from '@/drizzle/schema/providers';
import { providerKeys, providers } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { log } from '@/lib/log';
import type { AnyAdapter, ProviderConfig } from './adapter';
import type { ProviderProblem } from './health/health-schema';
import { matchesIdOrName, ownFirst } from './match';
import { readStored } from './read-stored';
import { readableRow } from './stored-fields';
import { unusableAdapter } from './unusable';

/**
 * A provider ready to be used: its row, its adapter, its settings parsed and its secrets opened. With a `problem` it cannot be used: its
 * settings are as stored, as far as they can be read, it has no secrets, and its adapter refuses.
 */
export type LoadedProvider = {
  row: ProviderRow;
  adapter: AnyAdapter;
  config: ProviderConfig;
  problem?: ProviderProblem;
};

type KeyRow = typeof providerKeys.$inferSelect;

type StoredProvider = { provider: typeof providers.$inferSelect; key: KeyRow | null };

let last: { rows: StoredProvider[]; loaded: LoadedProvider[] } | undefined;

/** All of them: one that cannot be read keeps nobody from the others. The same array as before where nothing was changed since. */
export async function loadProviders(): Promise<LoadedProvider[]> {
  const rows = await db()
    .select({ provider: providers, key: providerKeys })
    .from(providers)
    .leftJoin(providerKeys, and(eq(providerKeys.providerId, providers.id), eq(providerKeys.active, true)))
    .orderBy(providers.id);
  if (last && isDeepStrictEqual(last.rows, rows)) return last.loaded;
  last = { rows, loaded: rows.map(({ provider, key }) => toLoaded(provider, key)) };
  return last.loaded;
}

/** `scope`: of who asks; Relevo's own work knows all of them. */
export async function loadProvider(
  idOrName: string,
  scope: Pick<Context, 'companyId'> = { companyId: null },
): Promise<LoadedProvider | undefined> {
  const [row] = await db()
    .select({ provider: providers, key: providerKeys })
    .from(providers)
    .leftJoin(providerKeys, and(eq(providerKeys.providerId, providers.id), eq(providerKeys.active, true)))
    .where(matchesIdOrName(scope, idOrName))
    .orderBy(...ownFirst(scope, idOrName))
    .limit(1);
  return row && toLoaded(row.provider, row.key);
}

function toLoaded(row: ProviderRow, key: KeyRow | null): LoadedProvider {
  const { id, name, version } = row;
  const stored = readStored(row, key);
  if (stored.ok) {
    const { adapter, settings, secrets } = stored;
    return { row, adapter, config: { id, name, version, settings, secrets } };
  }
  const { problem } = stored;
  report(row, problem);
  const readable = readableRow(row);
  const config = { id, name, version, settings: readable.settings, secrets: {} };
  return { row: readable, adapter: unusableAdapter(row, problem), config, problem };
}

const reported = new Set<string>();

/** Once for each state of the row: it is read every second. */
function report({ id, name, version }: ProviderRow, problem: ProviderProblem): void {
  const what = JSON.stringify([id, version, problem]);
  if (reported.has(what)) return;
  reported.add(what);
  log.error('a provider cannot be used', { provider: name, ...problem });
}
