import { type LoadedProvider, loadProviders } from './load';

const MAX_AGE_MS = 1_000;
/** By then every process knows of a change to a provider or its state. */
export const KNOWN_AFTER_SECONDS = 2;

let cached: { providers: Promise<LoadedProvider[]>; readAt: number; changes: number } | undefined;

/** Next bundles pages, their actions and route handlers apart: what one of them saves, the others must hear of. */
const holder = globalThis as typeof globalThis & { relevoProviderChanges?: number };

/** All providers, read anew when one was changed (`forgetProviders`, `followProviders`) and once a second. */
export async function cachedProviders(): Promise<LoadedProvider[]> {
  const changes = holder.relevoProviderChanges ?? 0;
  if (cached?.changes === changes && Date.now() - cached.readAt < MAX_AGE_MS) return cached.providers;
  const entry = { providers: loadProviders(), readAt: Date.now(), changes };
  cached = entry;
  entry.providers.catch(() => {
    if (cached === entry) cached = undefined;
  });
  return entry.providers;
}

/** For the process that made the change, and for tests. */
export function forgetProviders(): void {
  holder.relevoProviderChanges = (holder.relevoProviderChanges ?? 0) + 1;
}
