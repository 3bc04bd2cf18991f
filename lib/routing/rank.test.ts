import { describe, expect, it } from 'vitest';
import { message, policy, provider } from '@/lib/testing/routing';
import { rankProviders } from './rank';
import type { RoutingMessage, RoutingProvider, Strategy } from './types';

type Facts = Partial<RoutingMessage> & { strategy?: Strategy };

const rank = (providers: RoutingProvider[], { strategy, ...facts }: Facts = {}) =>
  rankProviders(providers, message(facts), policy(strategy));

const order = (...args: Parameters<typeof rank>) =>
  rank(...args)
    .filter((candidate) => candidate.rank !== null)
    .map((candidate) => candidate.provider);

const reasons = (...args: Parameters<typeof rank>) =>
  Object.fromEntries(rank(...args).map(({ provider: name, reason }) => [name, reason]));

const until = new Date('2026-11-21T14:05:00Z');

const cheapSlow = provider('Cheap', { costMicros: 100, successRate: 0.8, averageMs: 4000, priority: 10 });
const dearFast = provider('Fast', { costMicros: 1000, successRate: 0.9, averageMs: 200, priority: 20 });
const sound = provider('Sound', { costMicros: 900, successRate: 1, averageMs: 3000, priority: 30 });
const three = [cheapSlow, dearFast, sound];

describe('order', () => {
  it.each<[Strategy, string[]]>([
    ['priority', ['Sound', 'Fast', 'Cheap']],
    ['cost', ['Cheap', 'Sound', 'Fast']],
    ['reliability', ['Sound', 'Fast', 'Cheap']],
    ['speed', ['Fast', 'Sound', 'Cheap']],
  ])('by %s', (strategy, expected) => {
    expect(order(three, { strategy })).toEqual(expected);
  });

  it("of marketing is the policy's for marketing", () => {
    expect(order(three, { category: 'marketing' })).toEqual(['Cheap', 'Sound', 'Fast']);
  });

  it('of urgent messages is by priority, whatever the strategy', () => {
    expect(order(three, { strategy: 'cost', priority: 0 })).toEqual(['Sound', 'Fast', 'Cheap']);
    expect(order(three, { category: 'marketing', priority: 0 })).toEqual(['Sound', 'Fast', 'Cheap']);
    expect(rank(three, { priority: 0 })[0]).toMatchObject({ strategy: 'urgent', score: 0.3 });
  });

  it('is the one asked for, and no other provider', () => {
    const providers = [provider('A', { priority: 90 }), provider('B'), provider('C', { priority: 10 })];
    expect(order(providers, { providerIds: ['c', 'a'] })).toEqual(['C', 'A']);
    expect(order(providers, { providerIds: ['c', 'a'], priority: 0 })).toEqual(['C', 'A']);
    expect(reasons(providers, { providerIds: ['c', 'a'] }).B).toBe('not_requested');
  });

  it('that was asked for is kept in spite of health, budget and fallback', () => {
    const providers = [
      provider('A', { successRate: 0.1, overSoftBudget: true, fallbackId: 'c' }),
      provider('B'),
      provider('C'),
    ];
    expect(order(providers, { providerIds: ['a', 'b', 'c'] })).toEqual(['A', 'B', 'C']);
  });

  it('falls back to priority for a category without a strategy', () => {
    const providers = three.map((each) => ({ ...each, categories: ['other'] }));
    expect(order(providers, { category: 'other' })).toEqual(['Sound', 'Fast', 'Cheap']);
  });

  it('numbers from 1 and says chosen, then next, with strategy and score', () => {
    expect(rank([provider('A', { priority: 90 }), provider('B')])).toEqual([
      { providerId: 'a', provider: 'A', rank: 1, reason: 'chosen', strategy: 'priority', score: 0.9 },
      { providerId: 'b', provider: 'B', rank: 2, reason: 'next', strategy: 'priority', score: 0.5 },
    ]);
  });
});

describe('the fallback of the first one', () => {
  const first = provider('A', { priority: 90, fallbackId: 'c' });

  it('comes second, whatever its priority', () => {
    const providers = [first, provider('B'), provider('C', { priority: 1 })];
    expect(order(providers)).toEqual(['A', 'C', 'B']);
    expect(reasons(providers)).toEqual({ A: 'chosen', C: 'fallback', B: 'next' });
  });

  it.each<[string, Partial<RoutingProvider>]>([
    ['may not be used', { active: false }],
    ['mostly fails', { successRate: 0.2 }],
    ['is over its soft budget', { overSoftBudget: true }],
  ])('does not when it %s', (_, facts) => {
    expect(order([first, provider('B'), provider('C', facts)]).slice(0, 2)).toEqual(['A', 'B']);
  });

  it.each<[string, Partial<RoutingProvider>]>([
    ['its breaker is open', { breaker: 'open', openUntil: until }],
    ['it is being probed', { breaker: 'probing', openUntil: until }],
    ['it is full', { full: { unit: 'day', until } }],
    ['its budget is used up', { full: { unit: 'budget', until } }],
    ['it mostly fails', { successRate: 0.2 }],
    ['it is over its soft budget', { overSoftBudget: true }],
  ])('stands in for it when %s', (_, facts) => {
    const providers = [{ ...first, ...facts }, provider('B'), provider('C', { priority: 1 })];
    expect(order(providers).slice(0, 2)).toEqual(['C', 'B']);
    expect(rank(providers)[0]).toMatchObject({ provider: 'C', rank: 1, reason: 'fallback', fallbackOf: 'A' });
  });

  it('of one that stands in comes second', () => {
    const resting = { ...first, breaker: 'open' as const };
    const c = provider('C', { priority: 1, fallbackId: 'd' });
    expect(order([resting, provider('B'), c, provider('D', { priority: 0 })])).toEqual(['C', 'D', 'B']);
  });

  it('that rests as well leaves the place to the next one and its fallback', () => {
    const resting = { breaker: 'open' as const, openUntil: until };
    const b = provider('B', { priority: 80, fallbackId: 'd', ...resting });
    const providers = [{ ...first, ...resting }, b, provider('C', resting), provider('E'), provider('D')];
    expect(order(providers)).toEqual(['D', 'E']);
  });

  it('is not asked for while somebody paused the first one', () => {
    expect(order([{ ...first, active: false }, provider('B'), provider('C', { priority: 1 })])).toEqual([
      'B',
      'C',
    ]);
  });

  it('is not that of another one', () => {
    const providers = [
      provider('A', { priority: 90 }),
      provider('B', { priority: 80, fallbackId: 'd' }),
      provider('C', { priority: 70 }),
      provider('D', { priority: 60 }),
    ];
    expect(order(providers)).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('health and budget', () => {
  it('leave a degraded provider in its place', () => {
    expect(order([provider('A', { priority: 90, successRate: 0.5 }), provider('B')])).toEqual(['A', 'B']);
  });

  it('put one over its soft budget after the others, and one that mostly fails after all', () => {
    const providers = [
      provider('A', { priority: 90, successRate: 0.49 }),
      provider('B', { priority: 80, overSoftBudget: true }),
      provider('C', { priority: 70 }),
    ];
    expect(order(providers)).toEqual(['C', 'B', 'A']);
    expect(order(providers, { priority: 0 })).toEqual(['C', 'B', 'A']);
    expect(reasons(providers)).toEqual({ C: 'chosen', B: 'over_soft_budget', A: 'unhealthy' });
  });

  it('still use it when there is nothing better', () => {
    expect(reasons([provider('A', { successRate: 0 })])).toEqual({ A: 'chosen' });
  });
});

describe('passed over, with the reason', () => {
  it.each<[string, Partial<RoutingProvider>, Partial<RoutingMessage>]>([
    ['paused', { active: false, misconfigured: true }, {}],
    ['misconfigured', { misconfigured: true, breaker: 'open' }, {}],
    ['wrong_channel', { channel: 'sms' }, {}],
    ['wrong_category', { categories: ['marketing'] }, {}],
    ['wrong_company', { companyId: 'x' }, {}],
    ['wrong_company', { companyId: 'x' }, { companyId: 'y' }],
    [
      'wrong_sender_domain',
      { senders: ['a.example'] },
      { senderNames: ['ana@b.example', 'b.example'], hasSender: true },
    ],
    ['not_requested', {}, { providerIds: ['other'] }],
    ['no_sender', { hasSender: false }, {}],
    ['pinned_after_interruption', {}, { pinnedProviderId: 'other' }],
  ])('%s', (reason, facts, about) => {
    expect(rank([provider('A', facts)], about)).toEqual([
      { providerId: 'a', provider: 'A', rank: null, reason },
    ]);
  });

  it.each<[string, Partial<RoutingProvider>]>([
    ['limit_minute', { full: { unit: 'minute', until } }],
    ['limit_hour', { full: { unit: 'hour', until } }],
    ['limit_day', { full: { unit: 'day', until } }],
    ['limit_month', { full: { unit: 'month', until } }],
    ['budget_used', { full: { unit: 'budget', until } }],
  ])('%s, and until when', (reason, facts) => {
    expect(rank([provider('A', facts)])).toEqual([
      { providerId: 'a', provider: 'A', rank: null, reason, until: until.toISOString() },
    ]);
  });

  it('breaker_open after so many failures, and until when', () => {
    const facts = { openUntil: until, consecutiveFailures: 5 };
    const expected = { reason: 'breaker_open', failures: 5, until: until.toISOString(), rank: null };
    expect(rank([provider('A', { breaker: 'open', ...facts })])[0]).toMatchObject(expected);
    expect(rank([provider('A', { breaker: 'probing', ...facts })])[0]).toMatchObject(expected);
    expect(order([provider('A', { breaker: 'half_open', ...facts })])).toEqual(['A']);
  });

  it('what will never fit is said before what passes by itself', () => {
    const facts = { breaker: 'open' as const, full: { unit: 'day' as const, until } };
    expect(reasons([provider('A', { ...facts, categories: [] })]).A).toBe('wrong_category');
    expect(reasons([provider('A', facts)]).A).toBe('breaker_open');
  });

  it.each<[string, Partial<RoutingProvider>, Partial<RoutingMessage>]>([
    ['for want of a sender when the message has one', { hasSender: false }, { hasSender: true }],
    ['for its company', { companyId: 'x' }, { companyId: 'x' }],
    ['when it is shared', {}, { companyId: 'x' }],
    ["for the sender's domain", { senders: ['a.example'] }, { senderNames: ['A.example'] }],
    ['for a sender named whole', { senders: ['+595981000013'] }, { senderNames: ['+595981000013'] }],
    ['for a domain when its own sender is used', { senders: ['a.example'] }, {}],
  ])('not %s', (_, facts, about) => {
    expect(order([provider('A', facts)], about)).toEqual(['A']);
  });

  it('a pin leaves one only, if that may be used at all', () => {
    const providers = [provider('A', { priority: 90 }), provider('B')];
    expect(order(providers, { pinnedProviderId: 'b' })).toEqual(['B']);
    expect(order([provider('A'), provider('B', { active: false })], { pinnedProviderId: 'b' })).toEqual([]);
  });
});

it('changes nothing in what it was given', () => {
  const providers = [provider('B'), provider('A', { successRate: 0 })];
  rank(providers);
  expect(providers.map(({ name }) => name)).toEqual(['B', 'A']);
});
