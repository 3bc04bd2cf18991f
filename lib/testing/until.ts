import { vi } from 'vitest';

/** Less than a test has, so that it says what it waited for; no machine under load is so slow. */
const GIVE_UP_MS = 18_000;

/** Waits until `check` no longer throws, and gives what it gives: for what shows itself by no event. */
export function until<T>(check: () => T | Promise<T>, giveUpMs = GIVE_UP_MS): Promise<T> {
  return vi.waitFor(check, { timeout: giveUpMs, interval: 10 });
}
