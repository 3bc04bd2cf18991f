import { type LoadedProvider, loadProviders } from './load';

const MAX_AGE_MS = 1_000;
/** By then every process knows of a change to a provider or its state. */
export const KNOWN_AFTER_SECONDS = 2;

let cached: { providers: Promise<LoadedProvider[]>; readAt: number } | undefined;

/** All providers, read at most once a second per process: a change is felt everywhere within that time, without a restart. */
export async function cachedProviders(): Promise<LoadedProvider[]> {
  if (cached && Date.now() - cached.readAt < MAX_AGE_MS) return cached.providers;
  const entry = { providers: loadProviders(), readAt: Date.now() };
  cached = entry;
  entry.providers.catch(() => {
    if (cached === entry) cached = undefined;
  });
  return entry.providers;
}

/** For the process that made the change, and for tests. */
export function forgetProviders(): void {
  cached = undefined;
}
