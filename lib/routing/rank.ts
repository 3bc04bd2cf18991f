/** What routing needs to know of a provider. Facts come from the caller: nothing here reads a database or a clock. */
export type RoutingProvider = {
  id: string;
  name: string;
  channel: string;
  active: boolean;
  priority: number;
  categories: string[];
  fallbackId: string | null;
  /** Has a sender address of its own, for messages that name none. */
  hasSender: boolean;
};

export type RoutingMessage = {
  channel: string;
  category: string;
  hasSender: boolean;
  /** Only these, in this order. */
  providerIds: string[] | null;
  /** After an interrupted or unknown attempt: this provider and no other may try again. */
  pinnedProviderId: string | null;
};

export type PassedOver =
  | 'paused'
  | 'wrong_channel'
  | 'wrong_category'
  | 'not_requested'
  | 'no_sender'
  | 'pinned_after_interruption';

export type Candidate = {
  providerId: string;
  provider: string;
  /** 1 is tried first; null: passed over. */
  rank: number | null;
  reason: 'chosen' | 'next' | PassedOver;
};

/** Every provider with its rank or the reason why it was passed over: requested order first, else priority, then name. */
export function rankProviders(providers: RoutingProvider[], message: RoutingMessage): Candidate[] {
  const judged = providers.map((provider) => ({ provider, reason: passedOver(provider, message) }));
  const eligible = judged.filter((entry) => entry.reason === null).map((entry) => entry.provider);
  const ranked = withFallback(eligible.sort(inOrderOf(message.providerIds)));
  return [
    ...ranked.map((provider, index) => candidate(provider, index + 1, index === 0 ? 'chosen' : 'next')),
    ...judged.flatMap(({ provider, reason }) => (reason ? [candidate(provider, null, reason)] : [])),
  ];
}

function passedOver(provider: RoutingProvider, message: RoutingMessage): PassedOver | null {
  if (message.pinnedProviderId && provider.id !== message.pinnedProviderId)
    return 'pinned_after_interruption';
  if (provider.channel !== message.channel) return 'wrong_channel';
  if (message.providerIds && !message.providerIds.includes(provider.id)) return 'not_requested';
  if (!provider.active) return 'paused';
  if (!provider.categories.includes(message.category)) return 'wrong_category';
  if (!message.hasSender && !provider.hasSender) return 'no_sender';
  return null;
}

function inOrderOf(requested: string[] | null) {
  return (a: RoutingProvider, b: RoutingProvider) =>
    requested
      ? requested.indexOf(a.id) - requested.indexOf(b.id)
      : b.priority - a.priority || a.name.localeCompare(b.name);
}

/** The first one's configured fallback comes second, whatever its priority. */
function withFallback(ranked: RoutingProvider[]): RoutingProvider[] {
  const [first, ...rest] = ranked;
  const fallback = rest.find((provider) => provider.id === first?.fallbackId);
  return first && fallback ? [first, fallback, ...rest.filter((provider) => provider !== fallback)] : ranked;
}

function candidate(provider: RoutingProvider, rank: number | null, reason: Candidate['reason']): Candidate {
  return { providerId: provider.id, provider: provider.name, rank, reason };
}
