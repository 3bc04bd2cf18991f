import type { OutboundReply } from '@/lib/outbound/safe-fetch';

/** `Retry-After` in seconds or as a date (RFC 9110), else a reset time as providers give it; milliseconds from now. */
export function retryAfterMs(
  { headers }: Pick<OutboundReply, 'headers'>,
  now = Date.now(),
): number | undefined {
  const retryAfter = headers['retry-after'];
  if (retryAfter !== undefined) return fromRetryAfter(retryAfter, now);
  const reset = Number(
    headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? headers['x-sib-ratelimit-reset'],
  );
  if (!Number.isFinite(reset) || reset < 0) return undefined;
  // Large numbers are Unix seconds, small ones a distance.
  return reset > 1_000_000_000 ? Math.max(0, reset * 1000 - now) : reset * 1000;
}

function fromRetryAfter(value: string, now: number): number | undefined {
  if (/^\d{1,8}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
