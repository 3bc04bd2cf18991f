import type { ProviderView } from '@/lib/providers/schema';

/** As configured, whoever is paused or has stopped by itself: the order that a person changes. */
export function byPriority<P extends Pick<ProviderView, 'priority' | 'name'>>(providers: P[]): P[] {
  return [...providers].sort((a, b) => b.priority - a.priority || a.name.localeCompare(b.name));
}

/** The same ids with this one at that place, from 0. */
export function placed(order: string[], id: string, place: number): string[] {
  const others = order.filter((other) => other !== id);
  return [...others.slice(0, place), id, ...others.slice(place)];
}
