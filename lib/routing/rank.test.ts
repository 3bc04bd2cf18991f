import { describe, expect, it } from 'vitest';
import { type RoutingMessage, type RoutingProvider, rankProviders } from './rank';

function provider(name: string, facts: Partial<RoutingProvider> = {}): RoutingProvider {
  return {
    id: name.toLowerCase(),
    name,
    channel: 'email',
    active: true,
    priority: 50,
    categories: ['transactional', 'marketing'],
    fallbackId: null,
    hasSender: true,
    ...facts,
  };
}

const rank = (providers: RoutingProvider[], facts: Partial<RoutingMessage> = {}) =>
  rankProviders(providers, {
    channel: 'email',
    category: 'transactional',
    hasSender: false,
    providerIds: null,
    pinnedProviderId: null,
    ...facts,
  });

const order = (...args: Parameters<typeof rank>) =>
  rank(...args)
    .filter((candidate) => candidate.rank !== null)
    .map((candidate) => candidate.provider);

const reasons = (...args: Parameters<typeof rank>) =>
  Object.fromEntries(rank(...args).map(({ provider: name, reason }) => [name, reason]));

describe('order', () => {
  it('is by priority, then by name', () => {
    const providers = [
      provider('C'),
      provider('B'),
      provider('A', { priority: 10 }),
      provider('Z', { priority: 90 }),
    ];
    expect(order(providers)).toEqual(['Z', 'B', 'C', 'A']);
  });

  it('is the one asked for, and no other provider', () => {
    const providers = [provider('A', { priority: 90 }), provider('B'), provider('C', { priority: 10 })];
    expect(order(providers, { providerIds: ['c', 'a'] })).toEqual(['C', 'A']);
    expect(reasons(providers, { providerIds: ['c', 'a'] }).B).toBe('not_requested');
  });

  it("has the first one's fallback second, whatever its priority", () => {
    const providers = [
      provider('A', { priority: 90, fallbackId: 'c' }),
      provider('B'),
      provider('C', { priority: 1 }),
    ];
    expect(order(providers)).toEqual(['A', 'C', 'B']);
  });

  it('forgets a fallback that may not be used', () => {
    const providers = [
      provider('A', { priority: 90, fallbackId: 'c' }),
      provider('B'),
      provider('C', { active: false }),
    ];
    expect(order(providers)).toEqual(['A', 'B']);
  });

  it('numbers from 1 and says chosen, then next', () => {
    expect(rank([provider('A'), provider('B')])).toEqual([
      { providerId: 'a', provider: 'A', rank: 1, reason: 'chosen' },
      { providerId: 'b', provider: 'B', rank: 2, reason: 'next' },
    ]);
  });
});

describe('passed over, with the reason', () => {
  it.each<[string, Partial<RoutingProvider>, Partial<RoutingMessage>]>([
    ['paused', { active: false }, {}],
    ['wrong_channel', { channel: 'sms' }, {}],
    ['wrong_category', { categories: ['marketing'] }, {}],
    ['not_requested', {}, { providerIds: ['other'] }],
    ['no_sender', { hasSender: false }, {}],
    ['pinned_after_interruption', {}, { pinnedProviderId: 'other' }],
  ])('%s', (reason, facts, message) => {
    expect(rank([provider('A', facts)], message)).toEqual([
      { providerId: 'a', provider: 'A', rank: null, reason },
    ]);
  });

  it('but not for want of a sender when the message has one', () => {
    expect(order([provider('A', { hasSender: false })], { hasSender: true })).toEqual(['A']);
  });

  it('every provider is told of, once', () => {
    const providers = [provider('A'), provider('B', { active: false }), provider('C', { channel: 'sms' })];
    expect(
      rank(providers)
        .map((candidate) => candidate.provider)
        .toSorted(),
    ).toEqual(['A', 'B', 'C']);
  });

  it('a pin leaves one only, if that may be used at all', () => {
    const providers = [provider('A', { priority: 90 }), provider('B')];
    expect(order(providers, { pinnedProviderId: 'b' })).toEqual(['B']);
    expect(order([provider('A'), provider('B', { active: false })], { pinnedProviderId: 'b' })).toEqual([]);
  });
});

it('changes nothing in what it was given', () => {
  const providers = [provider('B'), provider('A')];
  rank(providers);
  expect(providers.map(({ name }) => name)).toEqual(['B', 'A']);
});
