import { CachedFor } from '@/lib/async/cached-for';
import { currentTransaction } from '@/lib/database/within';
import { readSettings } from './read';
import type { Settings } from './schema';

export const SETTINGS_MAX_AGE_MS = 1_000;

const cache = new CachedFor<Settings>(SETTINGS_MAX_AGE_MS, readSettings);

/** Kept for a second per process: a change is felt everywhere within that time, without a restart. */
export function currentSettings(): Promise<Settings> {
  if (currentTransaction()) return readSettings();
  return cache.get(undefined);
}

/** For the process that made the change, and for tests. */
export function forgetSettings(): void {
  cache.forget();
}
