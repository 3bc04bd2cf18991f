import { readSettings } from './read';
import type { Settings } from './schema';

export const SETTINGS_MAX_AGE_MS = 1_000;

let cached: { settings: Promise<Settings>; readAt: number } | undefined;

/** Read at most once a second per process: a change is felt everywhere within that time, without a restart. */
export async function currentSettings(): Promise<Settings> {
  if (cached && Date.now() - cached.readAt < SETTINGS_MAX_AGE_MS) return cached.settings;
  const entry = { settings: readSettings(), readAt: Date.now() };
  cached = entry;
  entry.settings.catch(() => {
    if (cached === entry) cached = undefined;
  });
  return entry.settings;
}

/** For the process that made the change, and for tests. */
export function forgetSettings(): void {
  cached = undefined;
}
