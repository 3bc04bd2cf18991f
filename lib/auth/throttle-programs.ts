import { remember } from '@/lib/async/memory';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { networkOf } from './network';
import { spendOfNetwork } from './network-budget';

/** Requests without a token that works: a program that was forgotten with an old one asks on, and a guesser learns nothing but this. */
const BUDGET = { burst: 60, secondsEach: 1 };
/** Refused without asking the database again. */
const MAX_KNOWN = 10_000;

const refusedUntil = new Map<string, number>();
remember(() => refusedUntil.clear());

/**
 * What a refused request is answered: the same with what its network has left, or that it had too many. Only such requests count, so that who
 * has a token is never slower for it, nor kept out by others behind the same address.
 */
export async function countRefusal(refusal: AppError, ip: string | null): Promise<AppError> {
  // Only our own HTTP server knows addresses; without it there is nobody to count.
  if (ip === null) return refusal;
  const network = networkOf(ip);
  if ((refusedUntil.get(network) ?? 0) > Date.now()) return tooMany();
  try {
    const remaining = await spendOfNetwork(`api ${network}`, BUDGET);
    if (remaining !== null) return withAllowance(refusal, remaining);
  } catch (error) {
    log.warn('refused request not counted', { error });
    return refusal;
  }
  if (refusedUntil.size >= MAX_KNOWN) refusedUntil.clear();
  refusedUntil.set(network, Date.now() + BUDGET.secondsEach * 1000);
  return tooMany();
}

/** Its network sent too many without one a moment ago: nothing is looked up twice for it. */
export function isRefused(ip: string | null): boolean {
  return ip !== null && (refusedUntil.get(networkOf(ip)) ?? 0) > Date.now();
}

function withAllowance({ code, detail, options }: AppError, remaining: number): AppError {
  return new AppError(code, detail, { ...options, allowance: allowance(remaining) });
}

function tooMany(): AppError {
  return new AppError('rate_limited', 'Too many requests without a valid token came from this address.', {
    retryAfterSeconds: BUDGET.secondsEach,
    allowance: allowance(0),
  });
}

function allowance(remaining: number) {
  const resetSeconds = Math.max(1, (BUDGET.burst - remaining) * BUDGET.secondsEach);
  return { limit: BUDGET.burst, remaining, resetSeconds };
}
