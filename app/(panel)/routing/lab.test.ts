import { describe, expect, it } from 'vitest';
import { policy, providerState } from '@/lib/testing/routing';
import { changedFields, decide, type LabMessage, NEW_MESSAGE, type Supposed, shareOf } from './lab';

const at = new Date('2026-11-21T14:00:00Z');

const full = { unit: 'day' as const, until: new Date('2026-11-22T00:00:00Z') };
const providers = [
  providerState('A', { priority: 90, costMicros: 900 }),
  providerState('B', { costMicros: 100, fullFor: { urgent: null, others: full } }),
];

const scenario = (message: Partial<LabMessage> = {}, supposed: Record<string, Supposed> = {}) => ({
  state: { at, policy: policy(), providers },
  message: { ...NEW_MESSAGE, ...message },
  supposed,
});
const brief = (...args: Parameters<typeof scenario>) =>
  decide(scenario(...args), 's').map(({ provider: name, rank, reason }) => `${name} ${rank} ${reason}`);

describe('the decision', () => {
  it('starts from what is so', () => {
    expect(brief()).toEqual(['A 1 chosen', 'B null limit_day']);
    expect(brief({ priority: 'urgent' })).toEqual(['A 1 chosen', 'B 2 next']);
  });

  it.each<[string, Supposed, string]>([
    ['paused', { active: false }, 'A null paused'],
    ['an open breaker', { breaker: 'open' }, 'A null breaker_open'],
    ['a limit reached', { full: 'hour' }, 'A null limit_hour'],
    ['the budget used up', { full: 'budget' }, 'A null budget_used'],
    ['mostly failing', { successRate: 0.1 }, 'A 2 unhealthy'],
    ['a lower priority', { priority: 1 }, 'A 2 next'],
  ])('follows %s', (_, supposed, expected) => {
    expect(brief({}, { a: supposed, b: { full: null } })).toContain(expected);
  });

  it('says until when a supposed breaker or limit lasts', () => {
    const [, gone] = decide(scenario({}, { a: { breaker: 'open' }, b: { full: null } }), 's');
    expect(gone).toMatchObject({ failures: 5, until: '2026-11-21T14:05:00.000Z' });
    const [, limited] = decide(scenario({}, { a: { full: 'hour' }, b: { full: null } }), 's');
    expect(limited).toMatchObject({ until: '2026-11-21T15:00:00.000Z' });
  });

  it('follows the message: sender, providers, unknown outcome, strategy', () => {
    const supposed = { b: { full: null } };
    expect(brief({ providers: ['b', 'a'] }, supposed)).toEqual(['B 1 chosen', 'A 2 next']);
    expect(brief({ pinned: 'b' }, supposed)[1]).toBe('A null pinned_after_interruption');
    expect(brief({ strategy: 'cost' }, supposed)).toEqual(['B 1 chosen', 'A 2 next']);
    expect(brief({ category: 'marketing' }, supposed)).toEqual(['B 1 chosen', 'A 2 next']);
  });
});

describe('the share of a thousand', () => {
  it('follows the weights of equals', () => {
    const equal = { a: { weight: 3 }, b: { priority: 90, full: null } };
    const shares = shareOf(scenario({}, equal), 1000);
    expect(shares.map((each) => each.provider)).toEqual(['A', 'B']);
    expect(shares[0]!.share).toBeCloseTo(0.75, 1);
    expect(shares[0]!.share + shares[1]!.share).toBeCloseTo(1, 6);
  });

  it('is nobody’s when none may take it', () => {
    expect(shareOf(scenario({ channel: 'sms' }), 10)).toEqual([]);
  });
});

it('knows what differs from what is so', () => {
  expect(changedFields(providers[1]!, { full: 'day', weight: 1, active: false })).toEqual(['active']);
  expect(changedFields(providers[1]!, { full: null })).toEqual(['full']);
});
