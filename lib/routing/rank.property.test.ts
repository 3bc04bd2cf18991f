import { describe, expect, it } from 'vitest';
import { message, policy, provider } from '@/lib/testing/routing';
import { randomOf } from './random';
import { rankProviders } from './rank';
import type { RoutingMessage, RoutingProvider, Strategy } from './types';

const STRATEGIES: Strategy[] = ['cost', 'reliability', 'speed', 'balanced', 'priority'];
const BREAKERS = ['closed', 'closed', 'closed', 'open', 'half_open', 'probing'] as const;
const until = new Date('2026-11-21T14:05:00Z');

/** Any state a panel of providers may be in, the same for the same number. */
function anyCase(seed: number) {
  let step = 0;
  const chance = () => randomOf(`${seed} ${step++}`);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const providers = Array.from({ length: Math.floor(chance() * 8) }, (_, index): RoutingProvider => {
    const facts: Partial<RoutingProvider> = {
      active: chance() > 0.2,
      priority: oneOf([0, 10, 50, 50, 100]),
      weight: oneOf([0, 1, 1, 5]),
      weightPercent: oneOf([0, 50, 100]),
      costMicros: oneOf([0, 0, 400, 800]),
      successRate: oneOf([null, 0, 0.4, 0.7, 1]),
      averageMs: oneOf([null, 0, 100, 5000]),
      breaker: oneOf(BREAKERS),
      full: oneOf([null, null, { unit: 'day', until }]),
      overSoftBudget: chance() > 0.8,
      fallbackId: oneOf([null, 'p0', 'p1', 'gone']),
      hasSender: chance() > 0.2,
      senders: oneOf([null, null, ['a.example']]),
    };
    return provider(`P${index}`, facts);
  });
  const about: Partial<RoutingMessage> = {
    category: oneOf(['transactional', 'marketing']),
    priority: oneOf([0, 1, 2, 3]),
    hasSender: chance() > 0.5,
    senderNames: oneOf([[], ['a.example'], ['b.example']]),
    providerIds: oneOf([null, null, ['p2', 'p0'], []]),
    pinnedProviderId: oneOf([null, null, null, 'p1']),
    seed: String(seed),
  };
  return { providers, message: message(about), policy: policy(oneOf(STRATEGIES)) };
}

const CASES = Array.from({ length: 2000 }, (_, seed) => anyCase(seed));

describe('whatever the state', () => {
  it('every provider is told of once, and ranks run from 1 without a gap', () => {
    for (const { providers, message: about, policy: by } of CASES) {
      const candidates = rankProviders(providers, about, by);
      expect(candidates.map(({ providerId }) => providerId).toSorted()).toEqual(
        providers.map(({ id }) => id),
      );
      const ranks = candidates.flatMap(({ rank }) => (rank === null ? [] : [rank]));
      expect(ranks).toEqual(ranks.map((_, index) => index + 1));
      const [first, ...rest] = candidates;
      if (ranks.length > 0) expect(['chosen', 'fallback']).toContain(first!.reason);
      expect(rest.filter(({ reason }) => reason === 'chosen')).toEqual([]);
    }
  });

  it('the order in which the providers are given does not matter', () => {
    for (const { providers, message: about, policy: by } of CASES) {
      const ranked = (list: RoutingProvider[]) =>
        rankProviders(list, about, by).filter(({ rank }) => rank !== null);
      expect(ranked(providers.toReversed())).toEqual(ranked(providers));
    }
  });

  it('none that is paused, open or full is ever used', () => {
    for (const { providers, message: about, policy: by } of CASES)
      for (const { rank, providerId } of rankProviders(providers, about, by)) {
        const { active, breaker, full } = providers.find(({ id }) => id === providerId)!;
        if (rank !== null) expect([active, breaker === 'open', full]).toEqual([true, false, null]);
      }
  });

  it('the cases are not all alike', () => {
    const seen = new Set(
      CASES.flatMap((each) =>
        rankProviders(each.providers, each.message, each.policy).map(({ reason }) => reason),
      ),
    );
    expect(seen.size).toBeGreaterThanOrEqual(12);
  });
});
