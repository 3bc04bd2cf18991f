const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Between the tries: three days together, quick at first, as most receivers are back in a moment. */
const PAUSES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** So that what failed together does not come back together. */
const JITTER = 0.2;
/** Whoever asks for more means never. */
const LONGEST_MS = 24 * HOUR;

/** How long after its `tries`th failure it is tried again; null: it was the last. A receiver may ask for more time. */
export function pauseAfter(
  tries: number,
  retryAfterMs: number | null,
  random = Math.random(),
): number | null {
  const pause = PAUSES_MS[tries - 1];
  if (pause === undefined) return null;
  const spread = pause * (1 - JITTER + 2 * JITTER * random);
  return Math.max(spread, Math.min(retryAfterMs ?? 0, LONGEST_MS));
}

/** Of the header `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */
export function readRetryAfter(value: string | undefined, now = Date.now()): number | null {
  if (!value) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Math.min(Number(value) * SECOND, LONGEST_MS);
  const ms = Date.parse(value) - now;
  return Number.isNaN(ms) || ms < 0 ? null : Math.min(ms, LONGEST_MS);
}
