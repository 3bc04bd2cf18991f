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
    priority: 50,
    weight: 1,
    weightPercent: 100,
    costMicros: 0,
    categories: ['transactional', 'marketing'],
    senderDomains: null,
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

export function message(facts: Partial<RoutingMessage> = {}): RoutingMessage {
  return {
    channel: 'email',
    category: 'transactional',
    companyId: null,
    priority: 2,
    fromDomain: null,
    hasSender: false,
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
