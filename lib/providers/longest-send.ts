import type { LoadedProvider } from './load';

const CONNECT_MS = 60_000;
const DEFAULT_TIMEOUT_MS = 30_000;
/** Connections slower than this are given up: 32 kB a second, some 13 minutes for 25 MB. Base64 makes a third more of it. */
const SLOWEST_BYTES_PER_MS = 32;
const AS_BASE64 = 1.37;
const ANSWERS = 4;

/**
 * How long a send may take at the very most, from connecting to the last answer; then it is given up whatever the adapter does, and its
 * outcome is unknown. The lease of the claim outlives it.
 */
export function longestSendMs({ adapter, config }: LoadedProvider, sizeBytes: number): number {
  const own = adapter.longestMs?.(config, sizeBytes);
  if (own !== undefined) return own;
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = config.settings as { timeoutMs?: number };
  return CONNECT_MS + ANSWERS * timeoutMs + Math.ceil((sizeBytes * AS_BASE64) / SLOWEST_BYTES_PER_MS);
}
