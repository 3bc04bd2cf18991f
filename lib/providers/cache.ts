import { CachedFor } from '@/lib/async/cached-for';
import { currentTransaction } from '@/lib/database/within';
import { type LoadedProvider, loadProviders } from './load';

const MAX_AGE_MS = 1_000;
/** By then every process knows of a change to a provider or its state. */
export const KNOWN_AFTER_SECONDS = 2;

const cache = new CachedFor<LoadedProvider[], number>(MAX_AGE_MS, () => loadProviders());

/** Next bundles pages, their actions and route handlers apart: what one of them saves, the others must hear of. */
const holder = globalThis as typeof globalThis & { relevoProviderChanges?: number };

/** All providers, read anew when one was changed (`forgetProviders`, `followProviders`), and known for a second else. */
export function cachedProviders(): Promise<LoadedProvider[]> {
  if (currentTransaction()) return loadProviders();
  return cache.get(holder.relevoProviderChanges ?? 0);
}

/** For the process that made the change, and for tests. */
export function forgetProviders(): void {
  holder.relevoProviderChanges = (holder.relevoProviderChanges ?? 0) + 1;
}
