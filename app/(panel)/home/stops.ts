import type { Attention, Statistics } from '@/lib/statistics/schema';

/** What stops all mail, in the order in which it must be dealt with. */
const STOPS = ['no_worker', 'all_paused', 'no_provider', 'all_failing'] as const;
export type Stop = (typeof STOPS)[number];

export function stopsOf({ status }: Pick<Statistics, 'status'>): Stop[] {
  return STOPS.filter((stop) => status.reasons.includes(stop));
}

/** What is said at the top with its button is not said again below. */
export function besidesStops(statistics: Pick<Statistics, 'status' | 'attention'>): Attention[] {
  const said = new Set<string>(stopsOf(statistics));
  return statistics.attention.filter(({ type }) => !said.has(type));
}

/** Nothing at the top of the page asks for a person: only then may it say that nothing does. */
export function isCalm(statistics: Pick<Statistics, 'status'>): boolean {
  return stopsOf(statistics).length === 0 && statistics.status.flow !== 'sandbox';
}
