/** Upper ends of the buckets that attempts are counted in by how long they took, in milliseconds; the last one has none. */
export const TOOK_MS = [100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000] as const;

/** The same of messages: how long after they were due somebody had taken them, in seconds. */
export const WAITED_S = [1, 5, 15, 60, 300, 900, 3_600, 14_400] as const;

/** The columns of the buckets, in order. */
export const TOOK_COLUMNS = columnsOf('took', TOOK_MS);
export const WAITED_COLUMNS = columnsOf('waited', WAITED_S);

function columnsOf(name: string, bounds: readonly number[]): string[] {
  return [...bounds.map((bound) => `${name}_${bound}`), `${name}_more`];
}
