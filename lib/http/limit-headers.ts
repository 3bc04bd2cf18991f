import type { Allowance } from '@/lib/tokens/limits';

/** How much of a token's limits is left, beside an answer or a refusal. */
export function limitHeaders(allowance: Allowance | undefined): [string, string][] {
  if (!allowance) return [];
  return [
    ['ratelimit-limit', String(allowance.limit)],
    ['ratelimit-remaining', String(allowance.remaining)],
    ['ratelimit-reset', String(allowance.resetSeconds)],
  ];
}
