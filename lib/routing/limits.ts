import type { Window } from './windows';

/** How much of a limit a message may use: an urgent one all, others leave a buffer. A limit of at least 1 lets 1 through. */
export function capacityOf(limit: number, { urgent, bufferPercent }: Share): number {
  if (urgent || limit === 0) return limit;
  return Math.max(1, Math.floor((limit * bufferPercent) / 100));
}
type Share = { urgent: boolean; bufferPercent: number };

type Usage = Window & { used: number; limit: number };

/** When a limit is used up if its window goes on as it began; null: not before the window ends. */
export function forecastEnd({ used, limit, startsAt, endsAt }: Usage, now: Date): Date | null {
  if (used >= limit) return now;
  const elapsedMs = now.getTime() - startsAt.getTime();
  if (used <= 0 || elapsedMs <= 0) return null;
  const end = now.getTime() + ((limit - used) * elapsedMs) / used;
  return end < endsAt.getTime() ? new Date(end) : null;
}
