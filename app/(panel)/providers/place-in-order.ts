import type { ProviderView } from '@/lib/providers/schema';
import { isSandbox } from './is-sandbox';

/** As configured, whoever is paused or has stopped by itself: the order that a person changes. */
export function byPriority<P extends Pick<ProviderView, 'priority' | 'name'>>(providers: P[]): P[] {
  return [...providers].sort((a, b) => b.priority - a.priority || a.name.localeCompare(b.name));
}

/** Those among which a provider has its place: of its channel, and no sandbox, which is not called in any order. */
export function besideInOrder(providers: ProviderView[], { channel }: ProviderView): ProviderView[] {
  return byPriority(providers.filter((each) => each.channel === channel && !isSandbox(each)));
}

/** The same ids with this one at that place, from 0. */
export function placed(order: string[], id: string, place: number): string[] {
  const others = order.filter((other) => other !== id);
  return [...others.slice(0, place), id, ...others.slice(place)];
}
