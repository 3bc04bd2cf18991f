import type { ProviderState } from '@/lib/routing/state';
import type { RoutingMessage, RoutingPolicy, RoutingProvider } from '@/lib/routing/types';

/** A provider that may carry everything and has nothing special about it. */
export function provider(name: string, facts: Partial<RoutingProvider> = {}): RoutingProvider {
  return {
    id: name.toLowerCase(),
    name,
    channel: 'email',
    companyId: null,
    active: true,
    misconfigured: false,
    keeps: false,
    priority: 50,
    weight: 1,
    weightPercent: 100,
    costMicros: 0,
    categories: ['transactional', 'marketing'],
    senders: null,
    recipientDomains: null,
    carries: { unicodeLocalParts: 'always', sources: [] },
    fallbackId: null,
    hasSender: true,
    breaker: 'closed',
    openUntil: null,
    consecutiveFailures: 0,
    successRate: null,
    averageMs: null,
    full: null,
    overSoftBudget: false,
    ...facts,
  };
}

/** Its state whatever the message: room, no line, no pace. */
export function providerState(name: string, facts: Partial<ProviderState> = {}): ProviderState {
  const { full: _full, ...plain } = provider(name);
  return {
    ...plain,
    fullFor: { urgent: null, others: null },
    line: null,
    slow: { anew: null, inLine: null },
    pace: { perSecond: null, pausedUntil: null, connections: 5, refusals: 0, waiting: 0 },
    ...facts,
  };
}

export function message(facts: Partial<RoutingMessage> = {}): RoutingMessage {
  return {
    channel: 'email',
    category: 'transactional',
    companyId: null,
    priority: 2,
    senderNames: [],
    hasSender: false,
    recipientDomains: ['example.com'],
    cargo: { sizeBytes: 1000, recipients: 1 },
    providerIds: null,
    pinnedProviderId: null,
    seed: 'message',
    ...facts,
  };
}

export function policy(transactional: RoutingPolicy['strategies'][string] = 'priority'): RoutingPolicy {
  return {
    strategies: { transactional, marketing: 'cost' },
    balanced: { cost: 30, reliability: 50, speed: 20 },
    breaker: { unhealthyBelowPercent: 50 },
  };
}
