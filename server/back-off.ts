const FIRST_DELAY_MS = 100;

/** 100 ms, doubled with every failure in a row, never more than `maxMs`. */
export function nextDelayMs(failures: number, maxMs: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** Math.min(failures, 20), maxMs);
}
